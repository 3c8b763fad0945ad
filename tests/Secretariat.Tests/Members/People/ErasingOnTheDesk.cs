using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing;

namespace Secretariat.Tests.Members.People;

public sealed class ErasingOnTheDesk
{
    [Fact]
    public async Task Whoever_asks_to_be_forgotten_is_erased_by_a_button_and_with_them_the_records_merged_into_theirs()
    {
        await using var network = await TheNetwork.Begin();
        var (_, ada) = await network.HasReader("X1", "Ada Ash");
        var old = new Person("A. Ash", "a.ash@old.example");
        old.MergeInto(ada, []);
        await network.Has(old);
        var edition = await network.HasEdition("News");
        await network.Change(edition.Id, async (e, services) =>
        {
            var content = await services.GetRequiredService<CurrentContent>().Of(e, default);
            e.Approve(PassedContent.Of(content, []), content.Hash(), content.Items.ToDictionary(i => i.Item, i => i.Kind), new Actor(ada.Id, ada.Name), network.Now);
        });
        using var staff = await network.AsStaff();

        var page = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/people/{ada.Id}/erase"));
        page.ShouldContain("What goes");
        page.ShouldContain("What stays, and why");
        (await network.Db(db => db.Set<Person>().SingleAsync(p => p.Id == ada.Id))).Name.ShouldBe("Ada Ash", "looking erases nothing");
        (await staff.Submit($"/desk/people/{ada.Id}/erase", null, ("Input.Reason", "they asked for it"), ("Input.Name", "ada ash"))).Headers.Location!.OriginalString.ShouldBe("/desk/people");

        (await network.Db(db => db.Set<Person>().Where(p => p.Id == ada.Id || p.Id == old.Id).Select(p => p.Name + p.Email).Distinct().ToListAsync())).ShouldBe(["Erased at their request"]);
        (await network.Edition(edition.Id)).ApprovedBy.ShouldBe("a former colleague");
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Values != null && e.Values.Contains("Ash")))).ShouldBe(0);
        (await network.Db(db => db.Set<AuditEntry>().SingleAsync(e => e.Verb == "Erase person" && e.RecordId == ada.Id))).ByPerson.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_erases_themselves_and_staff_erase_no_administrator()
    {
        await using var network = await TheNetwork.Begin();
        var (admin, me) = (await network.PersonWho(Role.Admin), await network.PersonWho(Role.Staff));
        using var staff = await network.ClientOf(me.Id, me.Name);

        (await Refusal(staff, me.Id)).ShouldContain("This is you");
        (await Refusal(staff, admin.Id)).ShouldContain("only an administrator can erase");

        (await network.Db(db => db.Set<Person>().CountAsync(p => p.Email == ""))).ShouldBe(0);
        using var other = await network.ClientAs(Role.Admin);
        (await other.Submit($"/desk/people/{admin.Id}/erase", null, ("Input.Reason", "they asked for it"), ("Input.Name", admin.Name))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Nobody_becomes_an_administrator_by_the_address_of_a_record_or_by_a_merge()
    {
        await using var network = await TheNetwork.Begin();
        var (admin, me) = (await network.PersonWho(Role.Admin), await network.PersonWho(Role.Staff));
        var again = new Person("The same again", "again@home.example");
        await network.Has(again);
        using var staff = await network.ClientOf(me.Id, me.Name);

        foreach (var (page, values) in new (string, (string, string)[])[] { ($"{admin.Id}/edit", [("Input.Email", "mine@staff.example")]), ($"{me.Id}/merge/{admin.Id}", []), ($"{admin.Id}/merge/{me.Id}", []), ($"{again.Id}/merge/{admin.Id}", []) })
            WebUtility.HtmlDecode(await (await staff.Submit($"/desk/people/{page}", null, values)).Content.ReadAsStringAsync()).ShouldContain("only an administrator can", customMessage: page);

        (await network.Db(db => db.Set<Person>().CountAsync(p => p.MergedInto != null || p.Email == "mine@staff.example"))).ShouldBe(0);
        (await staff.Submit($"/desk/people/{admin.Id}/edit", null, ("Input.Phone", "020 7946 0000"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var boss = await network.ClientAs(Role.Admin);
        (await boss.Submit($"/desk/people/{again.Id}/merge/{admin.Id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.Submit($"/desk/people/{again.Id}/merge/{admin.Id}", $"/desk/people/{again.Id}/merge/{admin.Id}?handler=Undo")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> Refusal(HttpClient staff, Guid person) =>
        WebUtility.HtmlDecode(await (await staff.Submit($"/desk/people/{person}/erase")).Content.ReadAsStringAsync());
}
