using System.Net;
using CsCheck;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Attendance;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Minutes;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>What was held, what the plan counts of it, what people took on there, and the diary.</summary>
public sealed class HeldAndCounted
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly Ics Calendars = new("Three Water Chambers", new Uri("https://network.example"));

    [Fact]
    public async Task A_promised_date_gets_its_event_with_one_press_and_two_presses_make_one()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        var date = await network.Db(db => db.Set<PlannedDate>().Where(d => db.Set<Outcome>().Any(o => o.Id == d.Outcome && o.Code == "V.1")).SingleAsync(Ct));

        var first = await staff.Submit("/desk/calendar", $"/desk/events/for/{date.Id}");
        var second = await staff.Submit($"/desk/events/for/{date.Id}");

        second.Headers.Location.ShouldBe(first.Headers.Location);
        var at = await network.Db(db => db.Set<Event>().SingleAsync(Ct));
        (at.Day, at.State, at.Planned).ShouldBe((date.Date, EventState.Draft, date.Id));
        (await staff.GetStringAsync("/desk/calendar", Ct)).ShouldContain("Event: draft");
        (await staff.GetStringAsync(first.Headers.Location!.OriginalString, Ct)).ShouldContain("Regatta dinner 1");
    }

    [Fact]
    public async Task An_event_counts_once_its_attendance_is_taken_and_says_who_covered_the_cost()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees(TheDiary.Draft() with { CostPence = 124050, CoveredBy = "Lock & Sons" });
        await network.Answers(at.Id, "Odile Brook", Reply.Coming);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/events/{at.Id}/attendance";
        var brackwater = await network.Db(db => db.Set<Secretariat.Members.Organisations.Organisation>().Where(o => o.Code == "BRK").Select(o => o.Id).SingleAsync(Ct));
        (await (await staff.Submit(page)).Content.ReadAsStringAsync(Ct)).ShouldContain("on its day or afterwards");
        (await Evidence(network)).ShouldBeEmpty();

        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        (await staff.Submit(page, null, ("Input.Names[0]", "Percy Teal"), ("Input.Roles[0]", "Director"), ("Input.Members[0]", $"{brackwater}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var proof = (await Evidence(network)).ShouldHaveSingleItem();
        (proof.Code, proof.Date, proof.EnteredBy).ShouldBe(("meetings-held:dinner", TheDiary.Day, null));
        proof.Title.ShouldBe("Winter dinner: 2 people there from 2 members · £1,240.50 covered by Lock & Sons, entered by hand");
        (await network.InviteeOf(at.Id, "Greta Sandpiper")).Presence.ShouldBe(Presence.Away);
        (await staff.GetAsync(proof.Href, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_presses_write_one_walk_in_and_one_action()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        using var staff = await network.ClientAs(Role.Staff);
        var odile = (await network.PersonCalled("Odile Brook")).ToString();

        for (var press = 0; press < 2; press++)
        {
            (await staff.Submit($"/desk/events/{at.Id}/attendance", null, ("Input.Names[0]", "Percy Teal"), ("Input.Roles[0]", "Director, Brackwater"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            (await staff.Submit($"/desk/events/{at.Id}/minutes", null, ("Input.Text", "The gates were spoken of."), ("Input.Who[0]", odile), ("Input.What[0]", "Send the plan"), ("Input.Due[0]", "2019-02-07"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await network.Db(db => db.Set<Invitee>().CountAsync(i => i.WalkIn, Ct))).ShouldBe(1);
        (await network.Db(db => db.Set<EventAction>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_down_for_the_wrong_event_is_taken_back_and_counts_no_more()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/events/{at.Id}/attendance", null, ("Input.Names[0]", "Percy Teal"));
        (await Evidence(network)).Count.ShouldBe(1);

        (await staff.Submit($"/desk/events/{at.Id}/attendance", "?handler=Back")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Evidence(network)).ShouldBeEmpty();
        (await network.Db(db => db.Set<Event>().Select(e => e.State).SingleAsync(Ct))).ShouldBe(EventState.Announced);
        (await network.Db(db => db.Set<Invitee>().CountAsync(i => i.WalkIn || i.Presence != Presence.Unknown, Ct))).ShouldBe(0);
        await staff.Submit($"/desk/events/{at.Id}/attendance", null, ("Input.Names[0]", "Percy Teal"));
        await staff.Submit($"/desk/events/{at.Id}/minutes", null, ("Input.Text", "The gates were spoken of."));
        (await (await staff.Submit($"/desk/events/{at.Id}/attendance", "?handler=Back")).Content.ReadAsStringAsync(Ct)).ShouldContain("it took place");
    }

    [Fact]
    public async Task An_older_form_in_a_second_window_changes_nothing_and_writes_to_nobody()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/events/{at.Id}/edit";
        (await staff.Submit(page, null, ("Input.Starts", "19:30"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var older = await staff.Submit(page, null, ("Input.Version", $"{at.Version}"), ("Input.Starts", "19:00"), ("Input.About", "Soup, and gates."));

        (await older.Content.ReadAsStringAsync(Ct)).ShouldContain("changed this");
        (await network.Db(db => db.Set<Event>().Select(e => e.Starts).SingleAsync(Ct))).ShouldBe(new TimeOnly(19, 30));
        (await network.Letters()).Count(l => l.Subject.StartsWith("Changed") && l.To.StartsWith("odile")).ShouldBe(1);
    }

    [Fact]
    public async Task Materials_thank_whoever_was_there_and_reach_the_one_who_was_asked_when_their_deputy_stayed_away()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Odile Brook", Reply.Deputy, new("Maud Osier", "maud@example.org", null));
        await network.Answers(at.Id, "Hussein Lock", Reply.Deputy, new("Ned Reed", "ned@example.org", null));
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        var (odile, hussein) = (await network.InviteeOf(at.Id, "Odile Brook"), await network.InviteeOf(at.Id, "Hussein Lock"));
        await network.In(s => s.GetRequiredService<TakeAttendance>().Run(at.Id, new Dictionary<Guid, Presence> { [odile.Id] = Presence.There, [hussein.Id] = Presence.DeputyThere }, [], TheNetwork.Staff, network.Now, Ct));
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/events/{at.Id}/minutes", null, ("Input.Text", "The gates were spoken of."));

        (await staff.Submit($"/desk/events/{at.Id}/materials")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var letters = (await network.Letters()).Where(l => l.Subject.StartsWith("Afterwards")).ToList();
        letters.Where(l => l.Source.Contains("Thank you for coming")).Select(l => l.To).ShouldBe(["odile.brook@crossmere.example", "ned@example.org"], ignoreOrder: true);
        letters.Where(l => l.Source.Contains("You could not be at")).Select(l => l.To).ShouldBe(["greta.sandpiper@aldermouth.example"]);
        (await network.Client().GetStringAsync("/a/e/" + network.Services.GetRequiredService<EventTokens>().For(odile.Id, odile.Person!.Value), Ct)).ShouldContain("The gates were spoken of.");
    }

    [Fact]
    public async Task What_an_event_has_beyond_its_kind_is_kept_when_it_is_changed()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.Announced(TheDiary.Draft() with { Topic = "Flood gates", CostPence = 5000 }, "workshop");
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.Submit($"/desk/events/{at.Id}/edit", null, ("Input.About", "Other words."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var kept = await network.Db(db => db.Set<Event>().AsNoTracking().SingleAsync(Ct));
        (kept.Topic, kept.CostPence, kept.About).ShouldBe(("Flood gates", 5000, "Other words."));
    }

    [Fact]
    public async Task The_attendance_of_a_large_event_is_taken_on_one_page()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Has([.. Enumerable.Range(0, 1300).Select(n => new Invitee(at.Id, null, $"Guest {n:0000}", "", null, "asked", null, TheDiary.Now))]);
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.Submit($"/desk/events/{at.Id}/attendance", null, ("Input.Names[0]", "Percy Teal"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<Invitee>().CountAsync(i => i.Presence == Presence.Away && i.Name.StartsWith("Guest"), Ct))).ShouldBe(1300);
    }

    [Fact]
    public async Task The_list_of_events_says_how_many_are_asked_and_come()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Odile Brook", Reply.Coming);
        using var staff = await network.ClientAs(Role.Staff);

        var list = await staff.GetStringAsync("/desk/events", Ct);

        list.ShouldContain("3<span class=\"narrow-only\"> asked");
        list.ShouldContain("1<span class=\"narrow-only\"> come");
        foreach (var page in new[] { "edit", "invite", "cancel", "agenda", "attendance", "minutes" }) (await staff.GetAsync($"/desk/events/{at.Id}/{page}", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        (await staff.GetAsync("/desk/events/new", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_action_comes_back_each_week_until_it_is_closed_by_its_link()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        var odile = await network.InviteeOf(at.Id, "Odile Brook");
        await network.In(s => s.GetRequiredService<TakeAttendance>().Run(at.Id, new Dictionary<Guid, Presence> { [odile.Id] = Presence.There }, [], TheNetwork.Staff, network.Now, Ct));
        await network.In(s => s.GetRequiredService<WriteMinutes>().Run(at.Id, "The gates were spoken of.", [new(odile.Person!.Value, "Send the plan of the gates", new DateOnly(2019, 2, 7))], TheNetwork.Staff, network.Now, Ct));

        await network.MoveTo(network.Now.AddDays(30));
        var asked = (await network.Letters()).Where(l => l.Subject.Contains("plan of the gates")).ToList();
        asked.Count.ShouldBeGreaterThan(2);
        asked.ShouldContain(l => l.Subject.StartsWith("Overdue since 7 February 2019"));
        var action = await network.Db(db => db.Set<EventAction>().AsNoTracking().SingleAsync(Ct));
        var link = network.Services.GetRequiredService<ActionAsks>().Link(action.Id.ToString("N"), odile.Person!.Value);
        using var browser = network.Client();
        (await (await browser.Submit(link, null, ("Input.Longer", "true"), ("Input.Until", "2019-03-29"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why it takes longer");
        (await browser.Submit(link, null, ("Input.Longer", "true"), ("Input.Until", "2019-03-29"), ("Input.Because", "The surveyor is ill."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Db(db => db.Set<EventAction>().AsNoTracking().SingleAsync(Ct))).Due.ShouldBe(new DateOnly(2019, 3, 29));
        (await browser.Submit(link, null, ("Input.Longer", "false"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var before = (await network.Letters()).Count(l => l.Subject.Contains("plan of the gates"));
        await network.MoveTo(network.Now.AddDays(30));
        (await network.Letters()).Count(l => l.Subject.Contains("plan of the gates")).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_handed_out_goes_once_to_those_who_were_there_and_in_other_words_to_those_who_were_not()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Odile Brook", Reply.Coming);
        await network.Answers(at.Id, "Hussein Lock", Reply.Deputy, new("Maud Osier", "maud.osier@brackwater.example", null));
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/events/{at.Id}/materials";
        (await staff.GetStringAsync(page, Ct)).ShouldContain("There is nothing to send yet");
        await staff.Submit($"/desk/events/{at.Id}/agenda", null, ("Input.Title", "Slides on the gates"), ("Input.Link", "https://files.example/gates.pdf"), ("Input.Afterwards", "true"));
        (await (await staff.Submit(page)).Content.ReadAsStringAsync(Ct)).ShouldContain("Take the attendance first");
        await staff.Submit($"/desk/events/{at.Id}/attendance");

        (await staff.Submit(page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<Secretariat.Events.Papers.SendMaterials>().Run(at.Id, TheNetwork.Staff, network.Now, Ct)));

        var letters = (await network.Letters()).Where(l => l.Subject == "Afterwards: Winter dinner").ToDictionary(l => l.To, l => l.Source);
        letters.Keys.ShouldBe(["odile.brook@crossmere.example", "maud.osier@brackwater.example", "greta.sandpiper@aldermouth.example"], ignoreOrder: true);
        letters["maud.osier@brackwater.example"].ShouldContain("Thank you for coming");
        letters["greta.sandpiper@aldermouth.example"].ShouldContain("You could not be at");
        letters.Values.ShouldAllBe(l => l.Contains("https://files.example/gates.pdf"));
    }

    [Fact]
    public async Task Only_what_is_public_stands_in_the_diary_and_in_its_feed()
    {
        await using var network = await TheDiary.Begin();
        await network.Announced(TheDiary.Draft("A quiet dinner"));
        var open = await network.Announced(TheDiary.Draft("Open workshop") with { Circulation = Circulation.Public }, "workshop");
        using var visitor = network.Client();

        var page = await visitor.GetStringAsync("/events", Ct);
        page.ShouldContain("Open workshop");
        page.ShouldNotContain("A quiet dinner");
        var feed = Calendar.Load(await visitor.GetStringAsync("/events.ics", Ct))!;
        feed.Events.ShouldHaveSingleItem().Uid.ShouldBe($"{open.Id:N}@localhost");
        (await visitor.GetStringAsync($"/events/{open.Slug}", Ct)).ShouldContain("The Boathouse");
        Calendar.Load(await visitor.GetStringAsync($"/events/{open.Slug}.ics", Ct))!.Events.Count.ShouldBe(1);
        (await visitor.GetAsync("/events/a-quiet-dinner-2019-01-23", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/events/a-quiet-dinner-2019-01-23.ics", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Ones_own_feed_has_what_one_is_asked_to_and_nobody_elses()
    {
        await using var network = await TheDiary.Begin();
        await network.WithInvitees();
        var tokens = network.Services.GetRequiredService<EventTokens>();
        using var visitor = network.Client();

        Calendar.Load(await visitor.GetStringAsync($"/a/c/{tokens.Calendar(await network.PersonCalled("Odile Brook"))}", Ct))!.Events.ShouldHaveSingleItem().Summary.ShouldBe("Winter dinner");
        Calendar.Load(await visitor.GetStringAsync($"/a/c/{tokens.Calendar(await network.PersonCalled("Percy Teal"))}", Ct))!.Events.ShouldBeEmpty();
        (await visitor.GetAsync("/a/c/AAAA", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void An_entry_is_at_the_same_instant_in_a_calendar_whatever_the_clocks_do() =>
        Gen.Select(Gen.Int[0, 420], Gen.Int[0, (24 * 4) - 1], Gen.Int[1, 40]).Sample((day, quarter, quarters) =>
        {
            var starts = TimeOnly.MinValue.AddMinutes(quarter * 15);
            var when = new EventTime(new DateOnly(2017, 1, 15).AddDays(day), starts, starts.AddMinutes(quarters * 15), "Europe/London");
            try
            {
                when.Checked();
            }
            catch (RuleBroken)
            {
                // Skipped or doubled by the clocks: refused when it is typed.
                return;
            }
            var at = new Event(Guid.NewGuid(), new EventDraft("Meeting", "Here", when), "meeting");
            var entry = Calendar.Load(Calendars.Feed("Diary", [at], TheNetwork.Start))!.Events.Single();
            (entry.Start!.AsUtc, entry.End!.AsUtc).ShouldBe((when.StartsAt.UtcDateTime, when.EndsAt.UtcDateTime));
        });

    [Theory]
    [InlineData("2017-03-26", "01:30", "there is no 01:30")]
    [InlineData("2017-10-29", "01:30", "01:30 comes twice")]
    public void A_time_that_the_clocks_skip_or_repeat_is_refused(string day, string time, string because) =>
        Should.Throw<RuleBroken>(() => new EventTime(DateOnly.Parse(day, null), TimeOnly.Parse(time, null), new TimeOnly(12, 0), "Europe/London").Checked()).Message.ShouldContain(because);

    private static Task<IReadOnlyList<Evidence>> Evidence(TheNetwork network) =>
        network.In(s => s.GetServices<IEvidence>().OfType<MeetingsHeld>().Single().Between(new DateOnly(2018, 10, 1), new DateOnly(2019, 9, 30), Ct));
}
