using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Web;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Packs;

public sealed class ImportOfPacks
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_lep_network_loads_into_an_empty_database()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");

        await network.Db(async db =>
        {
            (await db.Set<Organisation>().CountAsync(o => o.Kind == OrganisationKind.Member, Ct)).ShouldBe(38);
            (await db.Set<Grouping>().CountAsync(Ct)).ShouldBe(9);
            (await db.Set<GroupingMember>().Select(m => m.Organisation).Distinct().CountAsync(Ct)).ShouldBe(38);
            (await db.Set<Person>().CountAsync(p => p.Invented, Ct)).ShouldBe(384);
            (await db.Set<Theme>().CountAsync(Ct)).ShouldBeInRange(10, 12);
            (await db.Set<Audience>().SingleAsync(Ct)).Code.ShouldBe(Audience.AllMembers);
            var clog = await db.Set<Organisation>().SingleAsync(o => o.Code == "clog", Ct);
            (await db.Set<Organisation>().SingleAsync(o => o.Id == clog.Parent, Ct)).Code.ShouldBe("dclg");
        });
    }

    [Fact]
    public async Task A_pack_of_three_chambers_with_another_year_loads_as_well()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        await network.Db(async db =>
        {
            var site = await db.Set<Site>().SingleAsync(Ct);
            (site.MemberOne, site.YearStartMonth).ShouldBe(("chamber", 10));
            var pa = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.PackKey == "nuala-ferris", Ct);
            var acted = pa.Positions.Single().ActsFor;
            (await db.Set<Person>().Where(p => acted.Contains(p.Id)).Select(p => p.Name).OrderBy(n => n).ToListAsync(Ct)).ShouldBe(["Greta Sandpiper", "Lionel Weir"]);
        });
    }

    [Theory]
    [InlineData("packs/lep-network")]
    [InlineData("testpacks/three")]
    public async Task Loading_a_pack_twice_changes_nothing(string pack)
    {
        await using var network = await TheNetwork.Begin(pack);
        var entries = await network.Db(db => db.Set<AuditEntry>().CountAsync(Ct));

        var again = await network.Import(pack);

        again.Faults.ShouldBeEmpty();
        again.Added.ShouldBeEmpty();
        again.Differences.ShouldBeEmpty();
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(Ct))).ShouldBe(entries);
    }

    [Fact]
    public async Task What_people_changed_stays_and_is_listed_while_the_rest_follows_a_newer_pack()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Db(async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.PackKey == "greta-sandpiper", Ct)).Phone = "01632 960999";
            await db.Save(TheNetwork.Staff, "Edit person", Ct);
        });
        var newer = Copy("testpacks/three", network.Folder);
        Change(newer, "people.csv", "01632 960911", "01632 960000");
        Change(newer, "people.csv", "Greta Sandpiper", "Greta Sandpiper-Lee");
        Change(newer, "members.csv", "Brackwater Chamber", "Brackwater Chamber of Trade");

        var report = await network.Import(newer);

        report.Faults.ShouldBeEmpty();
        report.Differences.ShouldBe(["Greta Sandpiper-Lee: phone is “01632 960999” here and “01632 960000” in people.csv, line 4"]);
        await network.Db(async db =>
        {
            var greta = await db.Set<Person>().SingleAsync(p => p.PackKey == "greta-sandpiper", Ct);
            (greta.Name, greta.Phone).ShouldBe(("Greta Sandpiper-Lee", "01632 960999"));
            (await db.Set<Organisation>().SingleAsync(o => o.Code == "BRK", Ct)).Name.ShouldBe("Brackwater Chamber of Trade");
        });
        (await network.Import(newer)).Differences.ShouldBe(report.Differences, "a kept change is listed each time");
    }

    [Fact]
    public async Task The_networks_own_name_follows_a_newer_pack_and_what_people_changed_of_it_stays()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Db(async db =>
        {
            (await db.Set<Site>().SingleAsync(Ct)).Strapline = "Ours";
            await db.Save(TheNetwork.Staff, "Edit site", Ct);
        });
        var newer = Copy("testpacks/three", network.Folder);
        var pack = Path.Combine(newer, "pack.yaml");
        File.WriteAllLines(pack, File.ReadAllLines(pack).Where(l => !l.StartsWith("strapline:") && !l.StartsWith("accent:")).Concat(["strapline: Theirs", "accent: \"#123456\""]));

        var report = await network.Import(newer);

        report.Faults.ShouldBeEmpty();
        report.Differences.ShouldHaveSingleItem().ShouldContain("strapline is “Ours” here and “Theirs” in pack.yaml");
        var site = network.Services.GetRequiredService<Sites>().Current;
        (site.Accent, site.Strapline).ShouldBe(("#123456", "Ours"));
    }

    [Fact]
    public async Task A_term_that_staff_ended_is_not_opened_again_by_the_pack()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Db(async db =>
        {
            var person = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.PackKey == "maud-osier", Ct);
            person.Positions.Single().End(new DateOnly(2018, 11, 30));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });

        var report = await network.Import("testpacks/three");

        report.Differences.ShouldBe(["Maud Osier, officer: to is “2018-11-30” here and empty in people.csv, line 12"]);
        (await network.Db(db => db.Set<Position>().SingleAsync(p => p.To == new DateOnly(2018, 11, 30), Ct))).Kind.ShouldBe(PositionKind.Officer);
    }

    [Theory]
    [InlineData("unknown-member", "groupings.yaml", 8, "NINE")]
    [InlineData("organisation-cycle", "organisations.csv", 2, "under itself")]
    [InlineData("bad-date", "people.csv", 3, "2017-02-30")]
    [InlineData("missing-file", "people.csv", 0, "not there")]
    [InlineData("cost-not-a-number", "costs.csv", 3, "twelve hundred")]
    [InlineData("duplicate-code", "members.csv", 4, "ONE")]
    [InlineData("missing-column", "people.csv", 1, "email")]
    [InlineData("not-yaml", "themes.yaml", 4, "")]
    [InlineData("unknown-acts-for", "people.csv", 3, "nobody-at-all")]
    public async Task A_broken_pack_is_refused_with_its_file_line_and_reason_and_leaves_nothing_behind(string pack, string file, int line, string reason)
    {
        await using var network = await TheNetwork.Begin();

        var report = await network.Import($"testpacks/broken/{pack}");

        var fault = report.Faults.ShouldHaveSingleItem();
        (fault.File, fault.Line).ShouldBe((file, line));
        fault.Reason.ShouldContain(reason);
        await network.Db(async db =>
        {
            (await db.Set<Organisation>().CountAsync(Ct)).ShouldBe(0);
            (await db.Set<Person>().CountAsync(Ct)).ShouldBe(0);
            (await db.Set<Site>().CountAsync(Ct)).ShouldBe(0);
            (await db.Set<AuditEntry>().CountAsync(Ct)).ShouldBe(0);
        });
    }

    [Theory]
    [InlineData("people.csv", "ottoline.marsh@threewater.example", "ottoline marsh@threewater", "people.csv", 2, "not an e-mail address")]
    [InlineData("people.csv", "secretariat,staff,Director", "nowhere,staff,Director", "people.csv", 2, "nowhere")]
    [InlineData("people.csv", "export|flood", "export|fudge", "people.csv", 3, "fudge")]
    [InlineData("people.csv", "ALD,chief-executive", "ALD,emperor", "people.csv", 5, "emperor")]
    [InlineData("members.csv", "https://aldermouth.example", "javascript:alert(1)", "members.csv", 2, "not a web address")]
    [InlineData("groupings.yaml", "hussein-lock, from: 2018-10-01", "lionel-weir, from: 2018-10-01", "groupings.yaml", 10, "not a Chair")]
    public async Task A_wrong_value_is_refused_with_its_line(string file, string right, string wrong, string faulty, int line, string reason)
    {
        await using var network = await TheNetwork.Begin();
        var pack = Copy("testpacks/three", network.Folder);
        Change(pack, file, right, wrong);

        var report = await network.Import(pack);

        report.Faults.ShouldContain(f => f.File == faulty && f.Line == line && f.Reason.Contains(reason), string.Join("\n", report.Faults));
        (await network.Db(db => db.Set<Organisation>().CountAsync(Ct))).ShouldBe(0);
    }

    private static string Copy(string pack, string into)
    {
        var to = Directory.CreateDirectory(Path.Combine(into, "pack")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, pack))) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return to;
    }

    private static void Change(string pack, string file, string from, string to)
    {
        var path = Path.Combine(pack, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(from);
        File.WriteAllText(path, text.Replace(from, to));
    }
}
