using System.Net;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>From the invitation to the answer.</summary>
public sealed class Invited
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_invited_Chair_gets_a_letter_with_an_entry_for_their_calendar_and_their_PA_one_in_copy()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();

        var letters = await network.Letters();

        letters.Select(l => l.To).ShouldBe(["greta.sandpiper@aldermouth.example", "nuala.ferris@aldermouth.example", "hussein.lock@brackwater.example", "odile.brook@crossmere.example"], ignoreOrder: true);
        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(letters.Single(l => l.To.StartsWith("odile")).Source)), Ct);
        var part = message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.MediaSubtype == "calendar");
        part.ContentType.Parameters["method"].ShouldBe("REQUEST");
        var invitation = Calendar.Load(part.Text)!;
        invitation.Method.ShouldBe("REQUEST");
        var entry = invitation.Events.ShouldHaveSingleItem();
        (entry.Start!.AsUtc, entry.Sequence, entry.Attendees.Single().Value!.ToString()).ShouldBe((at.When.StartsAt.UtcDateTime, 0, "mailto:odile.brook@crossmere.example"));
        var invitees = await network.Db(db => db.Set<Invitee>().AsNoTracking().Where(i => i.Event == at.Id).ToListAsync(Ct));
        invitees.ShouldAllBe(i => i.Reason == "a current position in a member as Chair");
    }

    [Fact]
    public async Task A_signed_link_only_shows_and_its_button_answers_and_a_deputy_gets_the_invitation()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        var odile = await network.InviteeOf(at.Id, "Odile Brook");
        var link = $"/a/e/{network.Services.GetRequiredService<EventTokens>().For(odile.Id, odile.Person!.Value)}";
        using var browser = network.Client();

        (await browser.GetStringAsync(link, Ct)).ShouldContain("Winter dinner");
        (await network.InviteeOf(at.Id, "Odile Brook")).Reply.ShouldBe(Reply.None);
        var refused = await browser.Submit(link, null, ("Input.Reply", "Deputy"));
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("Say who comes instead.");
        (await browser.Submit(link, null, ("Input.Reply", "Deputy"), ("Input.DeputyName", "Maud Osier"), ("Input.DeputyEmail", "maud.osier@crossmere.example"), ("Input.DeputyRole", "officer"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.InviteeOf(at.Id, "Odile Brook")).Words().ShouldBe("sends Maud Osier (officer)");
        (await network.Letters()).ShouldContain(l => l.To == "maud.osier@crossmere.example" && l.Subject.StartsWith("You are to come"));
        (await browser.GetAsync(link[..^3] + "xyz", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_on_stands_on_ones_own_page_for_the_invited_and_their_PA_until_they_say_that_they_cannot_come()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        var greta = await network.InviteeOf(at.Id, "Greta Sandpiper");
        using var chair = await network.ClientOf(greta.Person!.Value, "Greta Sandpiper");
        var nuala = await network.PersonCalled("Nuala Ferris");
        using var pa = await network.ClientOf(nuala, "Nuala Ferris");
        (await chair.GetStringAsync("/my", Ct)).ShouldContain("<strong>Winter dinner</strong>");
        (await pa.GetStringAsync("/my", Ct)).ShouldContain("<strong>Winter dinner, for Greta Sandpiper</strong>");

        await chair.Submit($"/my/events/{greta.Id}", null, ("Input.Reply", "NotComing"));

        (await chair.GetStringAsync("/my", Ct)).ShouldNotContain("<strong>Winter dinner</strong>");
    }

    [Fact]
    public async Task A_link_names_a_few_deputies_one_after_the_other_and_then_no_more()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        for (var n = 0; n < Invitee.MostDeputies; n++) await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud", $"maud{n}@example.org", null));
        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud Osier", $"maud{Invitee.MostDeputies - 1}@example.org", "officer"));

        (await Should.ThrowAsync<RuleBroken>(() => network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud", "stranger@example.org", null)))).Field.ShouldBe("DeputyEmail");

        (await network.Letters()).Count(l => l.Subject.StartsWith("You are to come")).ShouldBe(Invitee.MostDeputies);
        await network.Answers(at.Id, "Odile Brook", Reply.Coming);
    }

    [Fact]
    public async Task Places_are_never_oversold_however_many_press_at_once()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees(TheDiary.Draft() with { Capacity = 2 });
        string[] names = ["Greta Sandpiper", "Hussein Lock", "Odile Brook"];

        var pressed = await Task.WhenAll(names.Select(async name =>
        {
            try
            {
                await network.Answers(at.Id, name, Reply.Coming);
                return true;
            }
            catch (RuleBroken full)
            {
                full.Message.ShouldContain("All 2 places are taken");
                return false;
            }
        }));

        pressed.Count(p => p).ShouldBe(2);
        (await network.Db(db => db.Set<Invitee>().CountAsync(i => i.Event == at.Id && i.Reply == Reply.Coming, Ct))).ShouldBe(2);
    }

    [Fact]
    public async Task A_PA_answers_for_the_Chair_they_act_for_and_the_Chair_is_told_and_for_nobody_else()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        using var nuala = await network.ClientOf(await network.PersonCalled("Nuala Ferris"), "Nuala Ferris");
        var greta = await network.InviteeOf(at.Id, "Greta Sandpiper");
        var odile = await network.InviteeOf(at.Id, "Odile Brook");

        (await nuala.GetStringAsync("/my/events", Ct)).ShouldContain("Greta Sandpiper");
        (await nuala.Submit($"/my/events/{greta.Id}", null, ("Input.Reply", "Coming"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await nuala.GetAsync($"/my/events/{odile.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.InviteeOf(at.Id, "Greta Sandpiper")).Through.ShouldBe("Nuala Ferris");
        (await network.Letters()).ShouldContain(l => l.To == "greta.sandpiper@aldermouth.example" && l.Subject.StartsWith("Recorded"));
    }

    [Fact]
    public async Task Another_time_and_a_cancellation_are_told_once_to_all_who_did_not_say_no_and_to_whoever_acts_for_them()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Greta Sandpiper", Reply.Coming);
        await network.Answers(at.Id, "Hussein Lock", Reply.NotComing);
        var later = TheDiary.Draft() with { When = TheDiary.Draft().When with { Starts = new(19, 30) } };
        async Task<int> Change(EventDraft draft) => await network.In(async s => await s.GetRequiredService<ChangeEvent>().Run(await s.GetRequiredService<Db>().Set<Event>().SingleAsync(e => e.Id == at.Id, Ct), draft, TheNetwork.Staff, Ct));

        (await Change(later)).ShouldBe(3);
        (await Change(later with { About = "Only other words." })).ShouldBe(0);
        await network.In(async s => await s.GetRequiredService<ChangeEvent>().Cancel(await s.GetRequiredService<Db>().Set<Event>().SingleAsync(e => e.Id == at.Id, Ct), "The boathouse is under water.", TheNetwork.Staff, Ct));

        string[] everybody = ["greta.sandpiper@aldermouth.example", "nuala.ferris@aldermouth.example", "odile.brook@crossmere.example"];
        var letters = await network.Letters();
        letters.Where(l => l.Subject.StartsWith("Changed")).Select(l => l.To).ShouldBe(everybody, ignoreOrder: true);
        var off = letters.Where(l => l.Subject.StartsWith("Cancelled")).ToList();
        off.Select(l => l.To).ShouldBe(everybody, ignoreOrder: true);
        off[0].Source.ShouldContain("method=CANCEL");
        (await network.Db(db => db.Set<Event>().Select(e => e.Sequence).SingleAsync(Ct))).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_has_not_answered_is_asked_again_in_the_weekly_letter_and_nobody_else()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Greta Sandpiper", Reply.NotComing);
        await network.Answers(at.Id, "Hussein Lock", Reply.Coming);

        await network.MoveTo(network.Now.AddDays(9));

        var asked = (await network.Letters()).Where(l => l.Subject.Contains("Can you come?")).Select(l => l.To).Distinct();
        asked.ShouldBe(["odile.brook@crossmere.example"]);
    }

    [Fact]
    public async Task What_somebody_was_asked_to_is_exported_and_erased_and_their_place_stays_without_them()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Odile Brook", Reply.Coming);
        var odile = await network.PersonCalled("Odile Brook");

        var held = await network.In(s => s.GetServices<IPersonalData>().OfType<InviteePersonalData>().Single().Export(odile, Ct));
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(odile, TheNetwork.Staff, Ct));

        ((System.Collections.ICollection)held["events_invited_to"]!).Count.ShouldBe(1);
        (await network.InviteeOf(at.Id, Invitee.Former)).Reply.ShouldBe(Reply.Coming);
    }

    [Fact]
    public async Task A_deputy_and_whoever_answered_for_somebody_are_forgotten_too()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        var (nuala, hussein) = (await network.PersonCalled("Nuala Ferris"), await network.PersonCalled("Hussein Lock"));
        using var pa = await network.ClientOf(nuala);
        var greta = await network.InviteeOf(at.Id, "Greta Sandpiper");
        await pa.Submit($"/my/events/{greta.Id}", null, ("Input.Reply", "Coming"));
        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Hussein Lock", "Hussein.Lock@brackwater.example", "Chair"));
        var answers = network.In(s => s.GetServices<IPersonalData>().OfType<InviteePersonalData>().Single().Export(nuala, Ct));
        ((System.Collections.ICollection)(await answers)["events_answered_for_others"]!).Count.ShouldBe(1);

        foreach (var person in new[] { nuala, hussein }) await network.In(s => s.GetRequiredService<ErasePerson>().Run(person, TheNetwork.Staff, Ct));

        (await network.InviteeOf(at.Id, "Greta Sandpiper")).Through.ShouldBe("somebody who acted for them");
        var odile = await network.InviteeOf(at.Id, "Odile Brook");
        (odile.DeputyName, odile.DeputyEmail, odile.DeputyRole).ShouldBe(("a deputy", null, null));
    }

    [Fact]
    public async Task A_deputy_who_is_replaced_is_told_and_reads_no_more_papers_by_their_link()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Has(new Secretariat.Events.Papers.EventPaper(at.Id, 1, "The flood figures", null, null, Secretariat.Publishing.Items.Circulation.NamedPeople, afterwards: false));
        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud Osier", "maud@example.org", null));
        var odile = await network.InviteeOf(at.Id, "Odile Brook");
        var tokens = network.Services.GetRequiredService<EventTokens>();
        (await network.Client().GetStringAsync("/a/e/" + tokens.ForDeputy(odile.Id, 1), Ct)).ShouldContain("The flood figures");

        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Ned Reed", "ned@example.org", null));

        var first = await network.Client().GetStringAsync("/a/e/" + tokens.ForDeputy(odile.Id, 1), Ct);
        first.ShouldContain("You are not expected any more");
        first.ShouldNotContain("The flood figures");
        first.ShouldNotContain("Ned Reed");
        (await network.Client().GetStringAsync("/a/e/" + tokens.ForDeputy(odile.Id, 2), Ct)).ShouldContain("Ned Reed, you come in the place of Odile Brook");
        var told = (await network.Letters()).Single(l => l.Subject.StartsWith("You need not come"));
        (told.To, told.Source.Contains("method=CANCEL")).ShouldBe(("maud@example.org", true));
        await network.Answers(at.Id, "Odile Brook", Reply.Coming);
        (await network.Client().GetStringAsync("/a/e/" + tokens.ForDeputy(odile.Id, 2), Ct)).ShouldContain("You are not expected any more");
    }

    [Fact]
    public async Task Another_spelling_of_a_deputys_address_is_no_other_deputy()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud Osier", "Maud@Example.org", null));

        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud Osier", "maud@example.org", null));

        (await network.Letters()).ShouldSatisfyAllConditions(l => l.Count(x => x.Subject.StartsWith("You are to come")).ShouldBe(1), l => l.ShouldNotContain(x => x.Subject.StartsWith("You need not come")));
        (await network.InviteeOf(at.Id, "Odile Brook")).DeputiesNamed.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_answer_twice_is_told_once()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        using var pa = await network.ClientOf(await network.PersonCalled("Nuala Ferris"));
        var greta = await network.InviteeOf(at.Id, "Greta Sandpiper");

        for (var press = 0; press < 3; press++) await pa.Submit($"/my/events/{greta.Id}", null, ("Input.Reply", "Coming"));

        (await network.Letters()).Count(l => l.Subject.StartsWith("Recorded")).ShouldBe(1);
    }
}
