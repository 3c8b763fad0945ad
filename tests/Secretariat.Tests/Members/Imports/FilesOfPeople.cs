using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Imports;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Imports;

public sealed class FilesOfPeople
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private const string Good = """
        Name,E-mail,Phone,Organisation,Position,Job title,Themes,From,Until
        Ada Ferry,ada@aldermouth.example,01632 960999,ALD,officer,Skills officer,export,2017-04-01,
        "Mill, Bea",bea@riverboard.example,,Three Rivers Board,,,,1/5/2017,
        Percy Teal,PERCY.teal@brackwater.example,01632 960000,BRK,chief executive,,,,
        Maud Osier,maud.osier@crossmere.example,,CRO,officer,,,,
        """;

    [Fact]
    public async Task Every_row_says_what_would_become_of_it_and_nobody_is_added_by_that()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var people = await People(network);

        var import = await network.Reads(Good);

        import.Counts().ShouldBe("2 new, 1 changed, 1 the same");
        (await network.Told(import.Id)).ShouldBe([
            "new: officer of Aldermouth, since 1 April 2017", "new: partner of Three Rivers Board, since 1 May 2017",
            "changed: phone: 01632 960000 instead of 01632 960923", "the same: All of it is here already."]);
        (await People(network)).ShouldBe(people);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Imports(Good);
        var (people, positions) = (await People(network), await network.Db(db => db.Set<Position>().CountAsync(Ct)));

        var again = await network.Reads(Good);

        again.Counts().ShouldBe("4 the same");
        (await People(network), await network.Db(db => db.Set<Position>().CountAsync(Ct))).ShouldBe((people, positions));
        (await Should.ThrowAsync<RuleBroken>(network.In(s => s.GetRequiredService<ImportPeople>().Begin(again.Id, TheNetwork.Staff, Ct)))).Message.ShouldStartWith("There is nothing to import");
    }

    [Fact]
    public async Task An_import_is_undone_as_a_whole_and_what_somebody_changed_since_stays()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var before = await People(network);
        var import = await network.Imports(Good);
        await network.Db(async db =>
        {
            var ada = await db.Set<Person>().SingleAsync(p => p.Name == "Ada Ferry", Ct);
            ada.Phone = "01632 960777";
            await db.Save(TheNetwork.Staff, "Edit person", Ct);
        });

        var undone = await network.Undoes(import.Id);

        (undone.State, undone.Stayed).ShouldBe((ImportState.Undone, 1));
        (await network.Db(db => db.Set<ImportRow>().SingleAsync(r => r.Stayed != "", Ct))).Stayed.ShouldBe("Ada Ferry stays: the record was changed since.");
        (await People(network)).ShouldBe(before + 1);
        (await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "percy-teal", Ct))).Phone.ShouldBe("01632 960923");
        (await network.Db(db => db.Set<Position>().AnyAsync(p => p.Person == db.Set<Person>().Single(m => m.PackKey == "maud-osier").Id && p.From == new DateOnly(2017, 10, 16), Ct))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_import_that_was_cut_short_goes_on_where_it_stopped()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var import = await network.Reads(Good);
        await network.In(s => s.GetRequiredService<ImportPeople>().Begin(import.Id, TheNetwork.Staff, Ct));

        await network.MoveTo(network.Now.AddMinutes(1));

        (await network.Import(import.Id)).State.ShouldBe(ImportState.Done);
        (await network.Db(db => db.Set<Person>().CountAsync(p => p.Name == "Ada Ferry", Ct))).ShouldBe(1);
    }

    [Theory]
    [InlineData("Ada,ada@@x,ALD,officer", "“ada@@x” is not an e-mail address")]
    [InlineData("=cmd|calc,ada@x.example,ALD,officer", "“=cmd|calc” is a formula, not a name.")]
    [InlineData("Ada,ada@x.example,Nowhere Ltd,officer", "There is no organisation “Nowhere Ltd” here.")]
    [InlineData("Ada,ada@x.example,ALD,wizard", "“wizard” is not a position that is known here.")]
    [InlineData("Ada,ada@x.example,ALD,", "Say in which position at Aldermouth")]
    [InlineData("Ada,ada@x.example,BRK,chair", "Somebody else is Chair of Brackwater Chamber then. A member has one at a time")]
    [InlineData("Ada,ada@x.example,,chair", "A position needs an organisation")]
    [InlineData("\"A \"quoted\" name\",ada@x.example,ALD,officer", "A quotation mark is in the wrong place")]
    public async Task A_row_that_cannot_be_taken_says_why_and_the_rest_goes_on(string row, string why)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var import = await network.Reads($"name,email,organisation,position\n{row}\nBea Mill,bea@x.example,CRO,officer\n");

        import.Counts().ShouldBe("1 new, 1 refused");
        (await network.Told(import.Id))[0].ShouldStartWith($"refused: {why}");
    }

    [Fact]
    public async Task A_cell_of_5000_letters_is_refused_in_its_row()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var import = await network.Reads($"name,email\n{new string('a', 5000)},long@x.example\nBea Mill,bea@x.example\n");

        (await network.Told(import.Id))[0].ShouldStartWith("refused: The name has 300 letters");
        import.New.ShouldBe(1);
    }

    [Fact]
    public async Task Semicolons_a_byte_order_mark_and_the_letters_of_Excel_are_read()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        await network.Imports("\uFEFFFirst name;Surname;E-mail\nZoë;Küfer;zoe@x.example\n");
        var import = await network.Reads(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("name;email\nJosé Ibáñez;jose@x.example\n"));

        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.Name == "Zoë Küfer", Ct))).ShouldBeTrue();
        import.Note.ShouldContain("Windows-1252");
        (await network.Db(db => db.Set<ImportRow>().SingleAsync(r => r.Import == import.Id, Ct))).SortName.ShouldBe("jose ibanez");
    }

    [Fact]
    public async Task The_same_person_twice_in_one_file_is_one_person_and_may_not_contradict_themselves()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var import = await network.Imports("name,email,phone,organisation,position\nAda Ferry,ada@x.example,1,ALD,officer\nAda Ferry,ADA@x.example,,CRO,officer\nAda Ferry,ada@x.example,2,ALD,officer\nBob Weir,ada@x.example,,ALD,press\n");

        (await network.Told(import.Id)).Select(t => t.Split(':')[0]).ShouldBe(["new", "changed", "refused", "perhaps here already"]);
        (await network.Db(db => db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.EmailKey == "ada@x.example", Ct))).Positions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_in_the_same_organisation_is_set_aside_until_told_otherwise()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        const string file = "name,email,organisation,position\nPercy TEAL,percy@home.example,BRK,officer\n";

        (await network.Told((await network.Reads(file)).Id))[0].ShouldStartWith("perhaps here already: Perhaps the same as Percy Teal <percy.teal@brackwater.example>");
        (await network.Reads(file, takesLookalikes: true)).Counts().ShouldBe("1 new");
    }

    [Fact]
    public async Task A_Chair_hands_over_to_the_next_in_one_file()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var import = await network.Imports("name,email,organisation,position,from,until\nGreta Sandpiper,greta.sandpiper@aldermouth.example,ALD,chair,,2017-12-31\nAda Ferry,ada@x.example,ALD,chair,2018-01-01,\n");

        import.Counts().ShouldBe("1 new, 1 changed");
    }

    [Fact]
    public async Task An_organisation_that_nobody_knows_is_made_once_when_told_to_and_goes_with_the_undo()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var import = await network.Imports("name,email,organisation\nAda,ada@x.example,Nowhere Ltd\nBea,bea@x.example,nowhere ltd\n", makesOrganisations: true);
        var made = await network.Db(db => db.Set<Organisation>().SingleAsync(o => o.SortName == "nowhere ltd", Ct));
        made.Kind.ShouldBe(OrganisationKind.Other);

        await network.Undoes(import.Id);

        (await network.Db(db => db.Set<Organisation>().AnyAsync(o => o.Id == made.Id, Ct))).ShouldBeFalse();
    }

    private static Task<int> People(TheNetwork network) => network.Db(db => db.Set<Person>().CountAsync(Ct));
}

internal static class FilesGiven
{
    public static Task<PeopleImport> Reads(this TheNetwork network, string csv, bool makesOrganisations = false, bool takesLookalikes = false) => network.Reads(Encoding.UTF8.GetBytes(csv), makesOrganisations, takesLookalikes);

    public static async Task<PeopleImport> Reads(this TheNetwork network, byte[] csv, bool makesOrganisations = false, bool takesLookalikes = false)
    {
        var path = Path.Combine(network.Folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllBytesAsync(path, csv);
        return await network.In(s => s.GetRequiredService<ReadPeople>().Run(path, "people.csv", null, makesOrganisations, takesLookalikes, TheNetwork.Staff, default));
    }

    public static async Task<PeopleImport> Imports(this TheNetwork network, string csv, bool makesOrganisations = false)
    {
        var import = await network.Reads(csv, makesOrganisations);
        await network.In(async s =>
        {
            await s.GetRequiredService<ImportPeople>().Begin(import.Id, TheNetwork.Staff, default);
            await s.GetRequiredService<ImportPeople>().GoOn(import.Id, default);
        });
        return await network.Import(import.Id);
    }

    public static async Task<PeopleImport> Undoes(this TheNetwork network, Guid import)
    {
        await network.In(async s =>
        {
            await s.GetRequiredService<UndoImport>().Begin(import, TheNetwork.Staff, default);
            await s.GetRequiredService<UndoImport>().GoOn(import, default);
        });
        return await network.Import(import);
    }

    public static Task<PeopleImport> Import(this TheNetwork network, Guid import) => network.Db(db => db.Set<PeopleImport>().AsNoTracking().SingleAsync(i => i.Id == import));

    public static Task<List<string>> Told(this TheNetwork network, Guid import) => network.Db(async db =>
        (await db.Set<ImportRow>().AsNoTracking().Where(r => r.Import == import).OrderBy(r => r.Number).ToListAsync()).ConvertAll(r => $"{r.Fate.Words()}: {r.Words}"));
}
