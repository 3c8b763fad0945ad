using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Imports;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Imports;

/// <summary>What is imported is what somebody saw: not what another window made of the file, and not what was judged by half.</summary>
public sealed class InTwoWindows
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private const string File = "name,email,organisation,position\nAda Ferry,ada@x.example,ALD,officer\nPercy TEAL,percy@home.example,BRK,officer\n";

    [Fact]
    public async Task A_file_that_another_window_read_otherwise_is_not_imported_by_the_button_of_this_one()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var page = $"/desk/people/imports/{(await network.Reads(File)).Id}";
        using var staff = await network.ClientAs(Role.Staff);
        var (shown, columns) = (await staff.GetAsync(page, Ct), await staff.GetAsync($"{page}/columns", Ct));
        await staff.Submit($"{page}/columns", null, ("Input.TakesLookalikes", "true"));

        (await Text(await staff.Again(shown, page))).ShouldContain("changed");
        (await Text(await staff.Again(columns, $"{page}/columns"))).ShouldContain("changed");

        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.Name == "Ada Ferry", Ct))).ShouldBeFalse();
        (await Text(await staff.GetAsync(page, Ct))).ShouldContain("Import 2 people");
    }

    [Fact]
    public async Task A_file_whose_reading_was_cut_short_is_read_again_or_thrown_away_and_never_imported()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var id = (await network.Reads(File)).Id;
        await network.Db(async db =>
        {
            var import = await db.Set<PeopleImport>().SingleAsync(Ct);
            import.ReadAs(import.Columns, makesOrganisations: true, takesLookalikes: true);
            await db.Save(TheNetwork.Staff, "Say what the columns are", Ct);
        });
        var page = $"/desk/people/imports/{id}";
        using var staff = await network.ClientAs(Role.Staff);

        var shown = await Text(await staff.GetAsync(page, Ct));
        shown.ShouldNotContain("Import 1 person");
        shown.ShouldContain("Read it otherwise");
        (await Should.ThrowAsync<RuleBroken>(network.In(s => s.GetRequiredService<ImportPeople>().Begin(id, TheNetwork.Staff, Ct)))).Message.ShouldContain("not been checked");
        await staff.Submit($"{page}/columns");
        (await Text(await staff.GetAsync(page, Ct))).ShouldContain("Import 2 people");
        await network.Db(async db =>
        {
            (await db.Set<PeopleImport>().SingleAsync(Ct)).ReadAs((await db.Set<PeopleImport>().SingleAsync(Ct)).Columns, false, false);
            await db.Save(TheNetwork.Staff, "Say what the columns are", Ct);
        });
        await staff.Submit(page, $"{page}?handler=ThrowAway");

        (await network.Db(db => db.Set<PeopleImport>().CountAsync(Ct))).ShouldBe(0);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
}
