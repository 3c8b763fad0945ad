using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Events.Diary;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>The diary is public, and so it carries out no text that was put to members; and what stands in it is one line where one line is meant.</summary>
public sealed class NoWayOutByAnEvent
{
    private const string Text = "Members want longer transport funding from this year on.", Refusal = "These words were put to members in the round “Do you agree this text?”";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Admin)]
    public async Task Words_that_were_put_to_members_are_not_written_into_an_event_and_the_try_is_kept(Role role)
    {
        await using var network = await WithRound();
        var at = await network.Announced(TheDiary.Draft() with { Circulation = Circulation.Public });
        using var browser = await network.ClientAs(role);

        foreach (var (page, field) in new[] { ("edit", "Input.Title"), ("edit", "Input.Place"), ("edit", "Input.About"), ("edit", "Input.CoveredBy"), ("cancel", "Input.Reason") })
        {
            var shown = WebUtility.HtmlDecode(await (await browser.Submit($"/desk/events/{at.Id}/{page}", null, (field, Text))).Content.ReadAsStringAsync(Ct));
            shown.ShouldContain(Refusal, customMessage: field);
            shown.ShouldContain($"{Text}", customMessage: "what was typed is kept");
        }
        foreach (var field in new[] { "Input.Topic", "Input.Partner", "Input.DirectedBy", "Input.Title" })
            WebUtility.HtmlDecode(await (await browser.Submit("/desk/events/new", null, ("Input.Kind", "workshop"), ("Input.Title", field == "Input.Title" ? Text : "Workshop"), ("Input.Day", "2019-02-05"), ("Input.Starts", "10:00"), ("Input.Ends", "12:00"), (field == "Input.Title" ? "Input.About" : field, field == "Input.Title" ? "" : Text))).Content.ReadAsStringAsync(Ct)).ShouldContain(Refusal, customMessage: field);

        (await network.Db(db => db.Set<Event>().AsNoTracking().SingleAsync(Ct))).Version.ShouldBe(at.Version);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(Event), Ct))).ShouldBe(9);
        (await browser.Submit($"/desk/events/{at.Id}/edit", null, ("Input.About", "On transport too."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_text_that_is_to_be_agreed_stands_on_the_agenda_of_those_who_are_asked_and_not_on_the_website()
    {
        await using var network = await WithRound();
        var at = await network.Announced(TheDiary.Draft() with { Circulation = Circulation.Public });
        using var staff = await network.ClientAs(Role.Staff);
        var agenda = $"/desk/events/{at.Id}/agenda";

        WebUtility.HtmlDecode(await (await staff.Submit(agenda, null, ("Input.Title", Text), ("Input.Circulation", "Public"))).Content.ReadAsStringAsync(Ct)).ShouldContain(Refusal);
        for (var press = 0; press < 2; press++) (await staff.Submit(agenda, null, ("Input.Title", Text), ("Input.Circulation", "NamedPeople"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<Secretariat.Events.Papers.EventPaper>().CountAsync(Ct))).ShouldBe(1);
        (await network.Client().GetStringAsync($"/events/{at.Slug}", Ct)).ShouldNotContain(Text);
    }

    [Fact]
    public async Task A_draft_whose_words_were_put_to_members_since_is_not_announced_and_stands_nowhere_when_it_is_cancelled()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.In(s => s.GetRequiredService<MakeEvent>().Run("dinner", TheDiary.Draft() with { About = Text, Circulation = Circulation.Public }, null, TheNetwork.Staff, Ct));
        await PutToMembers(network);
        using var staff = await network.ClientAs(Role.Staff);

        WebUtility.HtmlDecode(await (await staff.Submit($"/desk/events/{at.Id}", "?handler=Announce")).Content.ReadAsStringAsync(Ct)).ShouldContain(Refusal);
        (await network.Client().GetAsync($"/events/{at.Slug}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(Event), Ct))).ShouldBe(1);

        (await staff.Submit($"/desk/events/{at.Id}/cancel", null, ("Input.Reason", "No room."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Client().GetAsync($"/events/{at.Slug}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Client().GetStringAsync("/events.ics", Ct)).ShouldNotContain("Winter dinner");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_since_go_out_with_no_invitation_and_no_wider_circulation()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.Announced(TheDiary.Draft() with { About = Text });
        await PutToMembers(network);
        using var staff = await network.ClientAs(Role.Staff);

        WebUtility.HtmlDecode(await (await staff.Submit($"/desk/events/{at.Id}/invite")).Content.ReadAsStringAsync(Ct)).ShouldContain(Refusal);
        WebUtility.HtmlDecode(await (await staff.Submit($"/desk/events/{at.Id}/edit", null, ("Input.About", "Soup."), ("Input.Circulation", "Public"), ("Input.PermittedBy", "Greta Sandpiper"))).Content.ReadAsStringAsync(Ct)).ShouldContain(Refusal);

        (await network.Letters()).ShouldNotContain(l => l.Subject.StartsWith("Invitation"));
        (await network.Client().GetAsync($"/events/{at.Slug}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task More_people_come_to_know_of_an_event_only_when_it_is_said_who_permitted_that()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.Announced();
        using var staff = await network.ClientAs(Role.Staff);

        (await (await staff.Submit($"/desk/events/{at.Id}/edit", null, ("Input.Circulation", "Public"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say who permitted that");
        (await staff.Submit($"/desk/events/{at.Id}/edit", null, ("Input.Circulation", "Public"), ("Input.PermittedBy", "Greta Sandpiper"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Client().GetAsync($"/events/{at.Slug}", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await network.Db(db => db.Set<Event>().Select(e => e.PermittedBy).SingleAsync(Ct))).ShouldBe("Greta Sandpiper");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_enter_an_event_that_is_over()
    {
        await using var network = await WithRound();
        var at = await network.WithInvitees();
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/events/{at.Id}/attendance", null, ("Input.Names[0]", "Percy Teal"), ("Input.Roles[0]", "Director, Brackwater"));

        WebUtility.HtmlDecode(await (await staff.Submit($"/desk/events/{at.Id}/edit", null, ("Input.CoveredBy", Text))).Content.ReadAsStringAsync(Ct)).ShouldContain(Refusal);
    }

    [Theory]
    [InlineData("Title")]
    [InlineData("Place")]
    [InlineData("Topic")]
    public void What_stands_in_subjects_and_calendars_is_one_line(string field)
    {
        const string two = "Dinner\r\nBcc: everybody@example.org";
        var draft = TheDiary.Draft();
        draft = field switch { "Title" => draft with { Title = two }, "Place" => draft with { Place = two }, _ => draft with { Topic = two } };

        Should.Throw<RuleBroken>(() => new Event(Guid.NewGuid(), draft, "dinner")).Field.ShouldBe(field);
    }

    private static async Task<TheNetwork> WithRound()
    {
        var network = await TheDiary.Begin();
        await PutToMembers(network);
        return network;
    }

    private static Task PutToMembers(TheNetwork network) =>
        network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree this text?", "collective-agreement", RoundText.Written("Transport", Text, []), Text, network.Now.AddDays(100)));
}
