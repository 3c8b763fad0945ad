using Secretariat.Planning;
using Secretariat.Planning.Outcomes;

namespace Secretariat.Tests.Planning.Outcomes;

public sealed class OutcomeTableTests
{
    [Fact]
    public void Each_row_is_one_line_that_begins_with_its_code()
    {
        var year = new PlanYear(new(2017, 4, 1));
        var progress = Progress.Of(Measure.Of(MeasureKind.Exactly, 22, "bulletins"), year, [], [new(new(2017, 4, 4), "One", "/1")], new(2017, 4, 5));
        OutcomeStanding[] rows = [new(Guid.Empty, "A.iii", "Bulletins to LEPs", "A", Cadence.None, false, progress), new(Guid.Empty, "P", "Sharing", null, Cadence.None, false, progress with { Measure = Measure.Of(MeasureKind.Ongoing, null, "cases") })];
        var lines = OutcomeTable.Of(rows).TrimEnd().Split(Environment.NewLine);
        lines.Length.ShouldBe(3);
        lines[1].ShouldStartWith("A.iii  Bulletins to LEPs  22 bulletins");
        lines[1].ShouldContain("1 of 22");
        lines[2].ShouldStartWith("P      Sharing");
    }
}
