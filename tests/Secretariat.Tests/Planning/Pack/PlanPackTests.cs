using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Pack;

public class PlanPackTests
{
    private static readonly string Leps = Path.Combine(AppContext.BaseDirectory, "packs/lep-network");

    [Fact]
    public async Task The_plan_of_2017_comes_with_every_row_its_road_and_a_calendar_without_a_flag()
    {
        await using var network = await TheNetwork.Begin(Leps);
        await network.Db(async db =>
        {
            var plan = await db.Set<Plan>().SingleAsync();
            plan.Year.Name.ShouldBe("2017/18");
            var outcomes = await db.Set<Outcome>().OrderBy(o => o.Place).ToListAsync();
            outcomes.Select(o => o.Code).ShouldBe(["A.i", "A.ii", "A.iii", "A.iv", "A.v", "A.vi", "B.i", "B.ii", "B.iii", "B.iv", "B.v", "B.vi", "C.i", "C.ii", "C.iii", "C.iv", "C.v", "C.vi", "P", "N", "G", "F", "U", "O"]);
            (await db.Set<PlanStep>().CountAsync()).ShouldBe(5);

            var dates = await db.Set<PlannedDate>().ToListAsync();
            int Count(string code) => dates.Count(d => d.Outcome == outcomes.Single(o => o.Code == code).Id);
            new[] { "A.i", "A.iii", "A.iv", "A.v", "B.i", "B.ii", "B.iii", "C.i" }.Select(Count).ShouldBe([6, 22, 7, 6, 1, 1, 10, 2]);
        });
        var again = await network.In(async s => await s.GetRequiredService<DrawAgain>().Compare(await s.GetRequiredService<Db>().Set<Plan>().SingleAsync(), new(2017, 4, 1), default));
        again.Changes.ShouldBeEmpty();
        again.Drawn.Notes.ShouldNotContain(note => note.Flag);
    }

    [Fact]
    public async Task A_plan_year_may_begin_in_October()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var standing = await network.In(s => s.GetRequiredService<Standings>().On(new(2018, 10, 1), default));
        standing!.Plan.Year.Last.ShouldBe(new(2019, 9, 30));
        standing.Outcomes.Single(o => o.Code == "S.1").Progress.Dates.Select(d => d.Date.Month).ShouldBe([10, 11, 12, 2, 3, 4, 5, 6, 8, 9]);
        standing.Dates.ShouldAllBe(d => d.Date >= new DateOnly(2018, 10, 1) && d.Date <= new DateOnly(2019, 9, 30));
    }

    [Fact]
    public async Task Loading_it_twice_changes_nothing_and_what_people_changed_stays_and_is_listed()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        (await network.Import("testpacks/three")).Differences.ShouldBeEmpty();
        await network.Db(async db =>
        {
            var bulletins = await db.Set<Outcome>().SingleAsync(o => o.Code == "S.1");
            bulletins.Describe("Letters to chambers", bulletins.Description);
            var first = await db.Set<PlannedDate>().SingleAsync(d => d.Outcome == bulletins.Id && d.Number == 1);
            first.Move(new(2018, 10, 3), "The printer is away", new(new(2018, 10, 1)));
            await db.Save(TheNetwork.Staff, "Change the plan");
        });

        var report = await network.Import("testpacks/three");

        report.Added.Keys.ShouldNotContain("planned dates");
        report.Differences.ShouldContain("S.1 is called “Letters to chambers” here and “Bulletins to chambers” in the pack.");
        await network.Db(async db => (await db.Set<PlannedDate>().CountAsync(d => d.Moved && d.Date == new DateOnly(2018, 10, 3))).ShouldBe(1));
    }

    [Theory]
    [InlineData("every: month", "every: moonphase", "plan.yaml", "is no rhythm")]
    [InlineData("kind: exactly, count: 10", "kind: exactly", "plan.yaml", "needs a count")]
    [InlineData("{month: 6, week: 3", "{month: 13, week: 3", "plan.yaml", "There is no month 13")]
    [InlineData("tied_to: S.2", "tied_to: S.9", "plan.yaml", "tied to S.9")]
    [InlineData("date: 2018-09-17", "date: 17 September", "plan.yaml", "is no date")]
    [InlineData("pillar: V", "pillar: X", "plan.yaml", "no pillar X")]
    [InlineData("code: S.2", "code: S.1", "plan.yaml", "S.1 is there twice")]
    public async Task A_plan_that_cannot_be_meant_is_refused_with_its_line_and_nothing_stays(string good, string bad, string file, string why)
    {
        var folder = Directory.CreateTempSubdirectory("secretariat-pack-").FullName;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "testpacks/three"))) File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        var plan = Path.Combine(folder, file);
        var text = await File.ReadAllTextAsync(plan);
        text.ShouldContain(good);
        await File.WriteAllTextAsync(plan, text.Replace(good, bad));
        await using var network = await TheNetwork.Begin();

        var report = await network.Import(folder);

        report.Faults.ShouldContain(fault => fault.File == file && fault.Line > 1 && fault.Reason.Contains(why));
        await network.Db(async db => (await db.Set<Plan>().AnyAsync()).ShouldBeFalse());
        Directory.Delete(folder, recursive: true);
    }
}
