using CsCheck;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class HoldsThatEnd
{
    private static readonly string[] Scopes = [Hold.Public, Hold.Everything, "theme:skills", "member:X1"];

    private static readonly Gen<Hold> Some = Gen.Select(Gen.Int[0, 3], Gen.Int[-5, 5], Gen.Int[0, 6]).Select((scope, from, days) =>
        Hold.On(Scopes[scope], "Because", TheNetwork.Start.AddDays(from), days == 0 ? null : TheNetwork.Start.AddDays(from + days)));

    [Fact]
    public void What_waits_goes_at_the_first_moment_at_which_no_hold_stops_it() => Gen.Select(Some.List[0, 6], Gen.Bool).Sample((holds, wide) =>
    {
        string[] reach = wide ? [Hold.Public, "theme:skills"] : ["member:X1"];

        var goes = Hold.FreeFrom(holds, reach, TheNetwork.Start);

        var days = Enumerable.Range(0, 20).Select(d => TheNetwork.Start.AddDays(d));
        var first = days.Where(day => !holds.Any(h => h.Stops(reach, day))).Cast<DateTimeOffset?>().FirstOrDefault();
        goes.ShouldBe(first);
    });
}
