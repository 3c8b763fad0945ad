using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Checks;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;
using Secretariat.Tests.Members.Timelines;

namespace Secretariat.Tests.Members.Checks;

/// <summary>Once a year everybody who holds a position looks at what the network has of them. The three chambers, in December 2018; they ask from the first of January.</summary>
public sealed class AreYourDetailsRight
{
    private const string Question = "Are your details still right?";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_with_a_position_is_asked_in_the_weekly_letter_until_they_looked_and_never_in_one_of_its_own()
    {
        await using var network = await Begin();
        await network.MoveTo(new(2019, 1, 3, 12, 0, 0, TimeSpan.Zero));
        var first = (await Asked(network)).ToList();
        first.Count.ShouldBe(await network.Db(db => Freshness.Holders(db, new(2019, 1, 3)).CountAsync(p => p.EmailKey != "", Ct)));
        first.ShouldBeUnique();
        var percy = await network.PersonCalled("Percy Teal");
        await network.In(s => s.GetRequiredService<AnswerCheck>().Right([percy], CheckWay.Link, TheNetwork.Staff, network.Now, Ct));

        await network.MoveTo(new(2019, 3, 1, 12, 0, 0, TimeSpan.Zero));

        var all = (await Asked(network)).ToList();
        all.Count(to => to == "percy.teal@brackwater.example").ShouldBe(1);
        // Tuesdays 1, 8 and 15 January; the last day is the 22nd, and nobody gets a letter for this alone.
        all.Count(to => to == "odile.brook@crossmere.example").ShouldBe(3);
    }

    [Fact]
    public async Task The_link_only_shows_and_one_press_says_that_all_of_it_is_right()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        using var browser = network.Client();

        var page = await browser.GetStringAsync(link, Ct);
        page.ShouldContain("percy.teal@brackwater.example");
        page.ShouldContain("All of this is right");
        (await network.Db(db => db.Set<DetailsCheck>().CountAsync(Ct))).ShouldBe(0);
        (await browser.Submit(link, null, ("Input.Right", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetStringAsync(link, Ct)).ShouldNotContain("All of this is right");
        (await browser.GetAsync(link[..^3] + "xyz", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var staff = await network.ClientAs(Role.Staff);
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/people/{percy}", Ct)).ShouldContain("by the link in a letter");
        (await staff.GetStringAsync("/desk/members/BRK", Ct)).ShouldContain("Details checked");
        (await network.Of(percy)).Lines.Select(l => l.What).ShouldContain("Found their details right");
        (await network.In(s => s.GetRequiredService<CheckAsks>().Open(s.GetRequiredService<Db>(), percy, network.Now, Ct))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_that_was_set_aside_says_nothing_of_the_details_and_its_person_is_asked_again()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        using var browser = network.Client();
        await browser.Submit(link, null, ("Input.Right", "false"), ("Input.Email", "somebody@else.example"));
        var check = await network.Db(db => db.Set<DetailsCheck>().SingleAsync(Ct));

        await network.In(s => s.GetRequiredService<AnswerCheck>().Settle(check.Id, false, TheNetwork.Staff, network.Now, Ct));

        (await network.Db(db => Freshness.Last(db, percy, Ct))).ShouldBeNull();
        (await network.Db(db => Freshness.Checked(db, new(2019, 1, 8), network.Now.AddDays(1)).CountAsync(Ct))).ShouldBe(0);
        (await network.In(s => s.GetServices<IEvidence>().OfType<DetailsChecked>().Single().Between(new(2018, 4, 1), new(2019, 3, 31), Ct))).ShouldBeEmpty();
        (await network.In(s => s.GetRequiredService<CheckAsks>().Open(s.GetRequiredService<Db>(), percy, network.Now, Ct))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_finds_a_correction_waiting_that_they_did_not_write_takes_it_back_in_one_press()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        using var browser = network.Client();
        await browser.Submit(link, null, ("Input.Right", "false"), ("Input.Email", "somebody@else.example"));

        await browser.Submit(link, null, ("Input.Right", "true"));
        await browser.Submit(link, null, ("Input.Right", "true"));

        (await network.Db(db => db.Set<DetailsCheck>().SingleAsync(Ct))).ShouldSatisfyAllConditions(c => c.IsCorrection.ShouldBeFalse(), c => c.IsOpen.ShouldBeFalse());
    }

    [Fact]
    public async Task A_link_that_was_passed_on_does_not_take_away_what_was_said_signed_in()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        await network.In(s => s.GetRequiredService<AnswerCheck>().Wrong(percy, new(null, null, "020 7946 0001", null), CheckWay.SignedIn, TheNetwork.Staff, network.Now, Ct));

        await network.Client().Submit(link, null, ("Input.Right", "false"), ("Input.Email", "somebody@else.example"));

        (await network.Db(db => db.Set<DetailsCheck>().Where(c => c.SettledAt == null).Select(c => c.Way).ToListAsync(Ct))).ShouldBe([CheckWay.SignedIn, CheckWay.Link], ignoreOrder: true);
    }

    [Fact]
    public async Task A_correction_changes_nothing_until_staff_take_it_over_in_one_press()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        using var browser = network.Client();
        (await (await browser.Submit(link, null, ("Input.Right", "false"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Nothing here differs");
        (await (await browser.Submit(link, null, ("Input.Right", "false"), ("Input.Email", "percy at home"))).Content.ReadAsStringAsync(Ct)).ShouldContain("percy at home");
        await browser.Submit(link, null, ("Input.Right", "false"), ("Input.Phone", "020 7946 0000"), ("Input.Name", "Percy Teal"));

        (await browser.Submit(link, null, ("Input.Right", "false"), ("Input.Email", "percy@new.example"), ("Input.Phone", "020 7946 0999"), ("Input.Words", "I left the board in June."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Person(network, percy)).Email.ShouldBe("percy.teal@brackwater.example");
        var check = await network.Db(db => db.Set<DetailsCheck>().SingleAsync(c => c.SettledAt == null, Ct));
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk", Ct)).ShouldContain("Percy Teal corrected their details");
        (await staff.GetStringAsync("/desk/people/checks", Ct)).ShouldContain($"/desk/people/checks/{check.Id}");
        var page = $"/desk/people/checks/{check.Id}";
        (await staff.GetStringAsync(page, Ct)).ShouldContain("I left the board in June.");
        (await staff.Submit(page, null, ("takes", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var now = await Person(network, percy);
        (now.Email, now.Phone, now.Name).ShouldBe(("percy@new.example", "020 7946 0999", "Percy Teal"));
        (await network.Db(db => Freshness.Last(db, percy, Ct)))!.TakenOver.ShouldBeTrue();
        (await staff.GetStringAsync("/desk", Ct)).ShouldNotContain("corrected their details");
    }

    [Fact]
    public async Task A_correction_of_an_administrators_address_is_an_administrators_to_take_over()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        await network.Has(new Grant { Person = percy, Role = Role.Admin, At = network.Now });
        await network.Client().Submit(link, null, ("Input.Right", "false"), ("Input.Email", "somebody@new.example"));
        var check = await network.Db(db => db.Set<DetailsCheck>().SingleAsync(Ct));
        using var staff = await network.ClientAs(Role.Staff);

        (await (await staff.Submit($"/desk/people/checks/{check.Id}", null, ("takes", "true"))).Content.ReadAsStringAsync(Ct)).ShouldContain("only an administrator can change it");

        (await Person(network, percy)).Email.ShouldBe("percy.teal@brackwater.example");
    }

    [Fact]
    public async Task Signed_in_somebody_sees_their_own_and_an_old_letter_shows_nothing()
    {
        await using var network = await Begin();
        var (percy, link) = await network.LinkOf("Percy Teal");
        using var mine = await network.ClientOf(percy, "Percy Teal");
        (await mine.GetStringAsync("/my", Ct)).ShouldContain($"<strong>{Question}</strong>");
        (await mine.Submit("/my/details", null, ("Input.Right", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await mine.GetStringAsync("/my", Ct)).ShouldNotContain($"<strong>{Question}</strong>");

        network.Clock.StopAt(new(2019, 3, 1, 9, 0, 0, TimeSpan.Zero));

        using var browser = network.Client();
        var old = await browser.GetAsync(link, Ct);
        old.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await old.Content.ReadAsStringAsync(Ct)).ShouldNotContain("percy.teal");
    }

    [Fact]
    public async Task What_was_checked_by_one_record_counts_for_the_person_and_is_erased_with_them()
    {
        await using var network = await Begin();
        var (percy, _) = await network.LinkOf("Percy Teal");
        var old = new Person("P. Teal", "pt@home.example");
        await network.Has(old);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.Submit($"/desk/people/{old.Id}", $"/desk/people/{old.Id}?handler=Checked")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.Merges(old.Id, percy);

        (await network.In(s => s.GetRequiredService<CheckAsks>().Open(s.GetRequiredService<Db>(), percy, network.Now, Ct))).ShouldBeEmpty();
        (await network.Db(db => Freshness.Last(db, percy, Ct)))!.Way.ShouldBe(CheckWay.Staff);
        (await network.Db(db => Freshness.Checked(db, new(2019, 1, 2), network.Now).CountAsync(Ct))).ShouldBe(1);
        foreach (var record in new[] { percy, old.Id }) await network.In(s => s.GetRequiredService<ErasePerson>().Run(record, TheNetwork.Staff, Ct));
        (await network.Db(db => db.Set<DetailsCheck>().CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task When_people_are_asked_is_a_setting_of_the_desk_and_a_month_that_just_passed_begins_at_once()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/people/checks", Ct)).ShouldContain("Nobody was asked yet.");
        (await (await staff.Submit("/desk/people/checks", null, ("Input.Month", "12"), ("Input.Days", "3"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Give people 10 to 60 days");
        (await staff.Submit("/desk/people/checks", null, ("Input.Month", "12"), ("Input.Days", "21"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await network.MoveTo(network.Now.AddDays(1));

        (await network.Db(db => db.Set<CheckRound>().SingleAsync(Ct))).Opens.ShouldBe(new DateOnly(2018, 12, 3));
        (await staff.GetStringAsync("/desk/people/checks", Ct)).ShouldContain("People are asked now");
        await network.MoveTo(network.Now.AddDays(60));
        (await network.Db(db => db.Set<CheckRound>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public void Whatever_the_month_people_are_asked_once_a_year_and_not_twice() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[10, 60], Gen.Int[0, 3000], Gen.Int[1, 40].Array[60]).Sample((month, days, start, steps) =>
        {
            var settings = new CheckSettings();
            settings.Change(month, days);
            var (today, last, opened) = (new DateOnly(2016, 1, 1).AddDays(start), (DateOnly?)null, new List<DateOnly>());
            foreach (var step in steps)
            {
                var next = CheckRound.Next(settings, last, today);
                next.ShouldBeGreaterThanOrEqualTo(today);
                if (next == today) opened.Add((last = today).Value);
                today = today.AddDays(step);
            }
            // Looked at now and then, at most so many days late: never two in one of its years.
            opened.Select(o => o.Month >= month ? o.Year : o.Year - 1).ShouldBeUnique();
            foreach (var day in opened) new DateOnly(day.Month >= month ? day.Year : day.Year - 1, month, 1).AddDays(days).ShouldBeGreaterThan(day);
        });

    private static async Task<TheNetwork> Begin()
    {
        var network = await TheDiary.Begin();
        var settings = new CheckSettings();
        settings.Change(1, 21);
        await network.Has(settings);
        return network;
    }

    private static async Task<IEnumerable<string>> Asked(TheNetwork network) => (await network.Letters()).Where(l => l.Source.Contains("/a/d/")).Select(l => l.To);

    private static Task<Person> Person(TheNetwork network, Guid id) => network.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, Ct));
}

internal static class Checking
{
    /// <summary>The yearly check has begun, and this is somebody’s link.</summary>
    public static async Task<(Guid Person, string Link)> LinkOf(this TheNetwork network, string name)
    {
        await network.MoveTo(new(2019, 1, 2, 9, 0, 0, TimeSpan.Zero));
        var (person, round) = (await network.PersonCalled(name), await network.Db(db => db.Set<CheckRound>().Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken)));
        return (person, network.Services.GetRequiredService<CheckAsks>().Link(round.ToString("N"), person));
    }
}
