using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Media;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Enquiries;

/// <summary>People, not taps; and one person, however many records they have.</summary>
public sealed class RungForTheMedia
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_rung_and_then_will_speak_is_one_person_and_nobody_can_be_unavailable_then()
    {
        await using var network = await TheDiary.Begin();
        var percy = await network.PersonCalled("Percy Teal");
        var request = await Asked(network);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/media/{request.Id}";
        foreach (var result in new[] { "Rang", "Agreed" })
        {
            await staff.Submit(page, $"{page}?handler=Call", ("person", percy.ToString()), ("result", result));
            network.Clock.StopAt(network.Now.AddMinutes(5));
        }

        (await staff.GetStringAsync("/desk/media", Ct)).ShouldContain("1<span class=\"narrow-only\"> rung");
        var refused = await staff.Submit(page, $"{page}?handler=Settle", ("Input.Outcome", "NobodyAvailable"));
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("Percy Teal said that they will speak");
        await staff.Submit(page, $"{page}?handler=Call", ("person", percy.ToString()), ("result", "No"));
        (await staff.Submit(page, $"{page}?handler=Settle", ("Input.Outcome", "NobodyAvailable"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Contacts_that_were_given_are_erased_in_their_time_and_with_their_person()
    {
        await using var network = await TheDiary.Begin();
        foreach (var n in new[] { 1, 2 })
        {
            var request = await Asked(network);
            await network.In(s => s.GetRequiredService<SettleMedia>().Run(request.Id, new(MediaOutcome.ContactsGiven, Said: n == 1 ? "Percy TEAL, 01632 960932" : "Somebody else, 01632 960933"), TheNetwork.Staff, network.Now, Ct));
        }

        await network.In(async s => await s.GetRequiredService<ErasePerson>().Run(await network.PersonCalled("Percy Teal"), TheNetwork.Staff, Ct));
        (await Said(network)).ShouldBe(["Somebody else, 01632 960933", "erased after its time"], ignoreOrder: true);

        await network.MoveTo(network.Now.AddMonths(12).AddDays(1));
        (await Said(network)).ShouldBe(["erased after its time", "erased after its time"]);
    }

    [Fact]
    public async Task Somebody_merged_sees_what_their_other_record_said_and_switches_it_off_for_good()
    {
        await using var network = await TheDiary.Begin();
        var percy = await network.PersonCalled("Percy Teal");
        var again = new Person("Percy TEAL", "percy@home.example");
        again.Take(await network.Db(db => db.Set<Organisation>().SingleAsync(o => o.Code == "BRK", Ct)), PositionKind.Press, "", new DateOnly(2017, 1, 1));
        var speaks = new SpeaksOn(again.Id);
        speaks.Say(["flood"], null);
        await network.Has(again, speaks);
        await network.Merges(again.Id, percy);
        using var mine = await network.ClientOf(percy, "Percy Teal");
        using var staff = await network.ClientAs(Role.Staff);
        var term = () => network.In(s => s.GetServices<IAudienceTerm>().OfType<SpeaksOnTerm>().Single().People(s.GetRequiredService<Secretariat.Platform.Data.Db>(), "flood", new DateOnly(2018, 12, 3)).ToListAsync(Ct));

        (await mine.GetStringAsync("/my/media", Ct)).ShouldContain("value=\"flood\" checked");
        (await staff.GetStringAsync("/desk/media/speakers", Ct)).ShouldContain("Flood readiness");
        (await term()).ShouldBe([percy]);
        await mine.Forge("/my/media", "/my/media");

        (await network.Db(db => db.Set<SpeaksOn>().ToListAsync(Ct))).ShouldAllBe(s => s.Themes.Count == 0);
        (await staff.GetStringAsync("/desk/media/speakers", Ct)).ShouldNotContain("Flood readiness");
        (await term()).ShouldBeEmpty();
    }

    private static Task<MediaRequest> Asked(TheNetwork network) => network.In(s =>
        s.GetRequiredService<SettleMedia>().Take(new MediaDraft("Harbour News", "First sales abroad") { Theme = "export", Journalist = "Isla Munro" }, TheNetwork.Staff, network.Now, Ct));

    private static Task<List<string?>> Said(TheNetwork network) => network.Db(db => db.Set<MediaRequest>().Select(r => r.Said).ToListAsync(Ct));
}
