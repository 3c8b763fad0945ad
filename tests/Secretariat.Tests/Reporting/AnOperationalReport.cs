using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Papers;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Reporting.Operational;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Knowledge;

namespace Secretariat.Tests.Reporting;

/// <summary>From the evidence of a period to what every member reads.</summary>
public sealed class AnOperationalReport
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_press_once_and_the_numbers_of_the_period_stand_there_with_their_evidence()
    {
        await using var network = await Reported.Begin();
        var period = (await network.Planned())[0].Period;
        await network.Bulletin("Bulletin by hand", period.First.AddDays(3));
        await network.Bulletin("After the period", period.Due);
        var staff = await network.ClientAs(Role.Staff);

        var made = await staff.Submit("/desk/reports", null, ("number", "1"));

        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var report = await network.Report(Guid.Parse(made.Headers.Location!.OriginalString.Split('/')[^1]));
        var row = report.Said!.Rows.Single(r => r.Code == "S.1");
        (row.InPeriod, row.ToDate, row.Proofs.ShouldHaveSingleItem().Title).ShouldBe((1, 2, "Bulletin by hand"));
        var page = await staff.GetStringAsync($"/desk/reports/{report.Id}", Ct);
        page.ShouldContain("Bulletin by hand");
        page.ShouldContain("entered by hand by Tom");
        page.ShouldContain("The audit chain had");
    }

    [Fact]
    public async Task A_draft_takes_new_numbers_and_keeps_its_words()
    {
        await using var network = await Reported.Begin();
        var draft = await network.Drafted("What we said.");
        await network.Bulletin("Found later", draft.First.AddDays(1));

        await (await network.ClientAs(Role.Staff)).Submit($"/desk/reports/{draft.Id}", $"/desk/reports/{draft.Id}?handler=Again");

        var now = await network.Report(draft.Id);
        now.Said!.Rows.Single(r => r.Code == "S.1").InPeriod.ShouldBe(1);
        (now.Introduction, now.Under["S"]).ShouldBe(("What we said.", "Bulletins are read."));
    }

    [Fact]
    public async Task An_issued_report_stays_as_it_went_whatever_becomes_of_the_evidence()
    {
        await using var network = await Reported.Begin();
        await network.Bulletin("The only one", (await network.Planned())[0].Period.First.AddDays(1));
        var issued = await network.Issued();
        await network.Db(async db =>
        {
            (await db.Set<Secretariat.Planning.ByHand.HandEvidence>().SingleAsync(Ct)).TakeBack("It never went.");
            await db.Save(TheNetwork.Staff, "Take back", Ct);
        });

        var write = (Func<WriteReport, Task> verb) => Should.ThrowAsync<RuleBroken>(() => network.In(s => verb(s.GetRequiredService<WriteReport>())));
        await write(w => w.Again(issued.Id, TheNetwork.Staff, network.Now, Ct));
        await write(w => w.Draft(1, false, TheNetwork.Staff, network.Now, Ct));
        await write(w => w.Say(issued.Id, "Other words.", new Dictionary<string, string?>(), TheNetwork.Staff, Ct));

        var now = await network.Report(issued.Id);
        now.IsAsIssued.ShouldBeTrue();
        now.IssuedHash.ShouldBe(issued.IssuedHash);
        now.Said!.Rows.Single(r => r.Code == "S.1").InPeriod.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_in_it_is_put_right_by_a_new_issue_that_names_it_and_the_plan_counts_one()
    {
        await using var network = await Reported.Begin();
        var first = await network.Issued();
        var staff = await network.ClientAs(Role.Staff);
        (await Counted(network)).ShouldHaveSingleItem().Title.ShouldStartWith("Operational report 1, ");
        await network.Bulletin("Forgotten", first.First.AddDays(2));

        var begun = await staff.Submit($"/desk/reports/{first.Id}", $"/desk/reports/{first.Id}?handler=Correct", ("Input.Why", "A bulletin was forgotten."));

        var second = await network.Report(Guid.Parse(begun.Headers.Location!.OriginalString.Split('/')[^1]));
        (second.Issue, second.Corrects, second.Introduction, second.Said!.Rows.Single(r => r.Code == "S.1").InPeriod).ShouldBe((2, first.Id, first.Introduction, 1));
        await network.Issues(second.Id);
        (await network.Report(first.Id)).CorrectedBy.ShouldBe(second.Id);
        (await network.Report(first.Id)).IsAsIssued.ShouldBeTrue();
        (await staff.GetStringAsync($"/desk/reports/{second.Id}", Ct)).ShouldContain("A bulletin was forgotten.");
        (await Counted(network)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_Board_reads_it_first_and_members_once_it_is_shared_and_everybody_of_a_member_is_told_once()
    {
        await using var network = await Reported.Begin();
        var (officer, sponsor) = (await network.As(Practised.Officer), await network.ClientAs(Role.Sponsor));
        var board = await network.ClientAs(Role.Board);
        var draft = await network.Drafted();
        (await board.GetAsync($"/my/reports/{draft.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await network.Issues(draft.Id);

        (await board.GetStringAsync($"/my/reports/{draft.Id}", Ct)).ShouldContain("A quiet quarter.");
        (await officer.GetAsync($"/my/reports/{draft.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var staff = await network.ClientAs(Role.Staff);
        (await staff.Submit($"/desk/reports/{draft.Id}", $"/desk/reports/{draft.Id}?handler=Share", ("Input.Audience", Audience.AllMembers))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.In(s => s.GetRequiredService<ShareReport>().Run(draft.Id, null, TheNetwork.Staff, network.Now, Ct));

        (await officer.GetStringAsync($"/my/reports/{draft.Id}", Ct)).ShouldContain("Bulletins are read.");
        (await officer.GetStringAsync("/my/reports", Ct)).ShouldContain("Operational report 1");
        (await sponsor.GetAsync($"/my/reports/{draft.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await sponsor.GetAsync("/my/reports", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var letters = (await network.Letters()).Where(l => l.Subject.Contains("Operational report 1")).ToList();
        letters.Select(l => l.To).ShouldBeUnique();
        letters.ShouldContain(l => l.To == "maud.osier@crossmere.example");
        letters[0].Source.ShouldNotContain("A quiet quarter.", customMessage: "the words stand behind the sign-in");
    }

    [Fact]
    public async Task It_lies_among_the_papers_of_its_Board_meeting()
    {
        await using var network = await Reported.Begin();
        var day = DateOnly.FromDateTime(network.Now.UtcDateTime).AddDays(10);
        var board = await network.In(s => s.GetRequiredService<MakeEvent>().Run("board", new EventDraft("Board", "The Boathouse", new(day, new(14, 0), new(16, 0), "Europe/London")), null, TheNetwork.Staff, Ct));
        var staff = await network.ClientAs(Role.Staff);
        var draft = await network.Drafted();

        (await staff.Submit($"/desk/reports/{draft.Id}", $"/desk/reports/{draft.Id}?handler=Issue")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var paper = await network.Db(db => db.Set<EventPaper>().AsNoTracking().SingleAsync(p => p.Event == board.Id, Ct));
        paper.Title.ShouldStartWith("Operational report 1: ");
        paper.Link!.ShouldEndWith($"/my/reports/{draft.Id}");
        (await network.Report(draft.Id)).Meeting.ShouldBe(board.Id);
    }

    [Fact]
    public async Task It_is_not_issued_before_its_period_is_over_without_an_introduction_or_other_than_it_was_read()
    {
        await using var network = await Reported.Begin();
        var draft = await network.Drafted();
        var read = draft.Hash();
        Task<RuleBroken> Refused(string hash) => Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<WriteReport>().Issue(draft.Id, null, hash, TheNetwork.Staff, network.Now, Ct)));

        await network.In(s => s.GetRequiredService<WriteReport>().Say(draft.Id, "", new Dictionary<string, string?>(), TheNetwork.Staff, Ct));
        (await Refused((await network.Report(draft.Id)).Hash())).Message.ShouldContain("Write an introduction");
        await network.In(s => s.GetRequiredService<WriteReport>().Say(draft.Id, "Others.", new Dictionary<string, string?>(), TheNetwork.Staff, Ct));
        (await Refused(read)).Message.ShouldContain("changed while you were reading");
        network.Clock.StopAt(network.Now.AddDays(-1));
        (await Refused((await network.Report(draft.Id)).Hash())).Message.ShouldContain("Its period runs until");
    }

    [Fact]
    public async Task Too_many_words_are_refused_beside_their_field_and_what_was_typed_stays()
    {
        await using var network = await Reported.Begin();
        var draft = await network.Drafted();
        var staff = await network.ClientAs(Role.Staff);

        var shown = await (await staff.Submit($"/desk/reports/{draft.Id}/words", null, ("Input.Introduction", "Kept in the field."), ("Input.Under[S]", new string('a', OperationalReport.MaxWords + 1)))).Content.ReadAsStringAsync(Ct);

        shown.ShouldContain("Keep it under 4,000 letters.");
        shown.ShouldContain("Kept in the field.");
        (await network.Report(draft.Id)).Introduction.ShouldBe("A quiet quarter.");
    }

    [Fact]
    public async Task Today_asks_for_the_next_report_then_for_its_issue_then_for_its_sharing()
    {
        await using var network = await Reported.Begin();
        Task<IReadOnlyList<TodayTask>> Today() => network.In(s => s.GetServices<IToday>().OfType<ReportsToday>().Single().For(DateOnly.FromDateTime(network.Now.UtcDateTime), Ct));

        (await Today()).ShouldHaveSingleItem().Verb.ShouldBe("Draft");
        var draft = await network.Drafted();
        (await Today()).ShouldHaveSingleItem().Verb.ShouldBe("Issue");
        await network.Issues(draft.Id);
        (await Today()).ShouldHaveSingleItem().Verb.ShouldBe("Share");
        await network.In(s => s.GetRequiredService<ShareReport>().Run(draft.Id, null, TheNetwork.Staff, network.Now, Ct));
        (await Today()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Programs_of_staff_get_issued_reports_and_no_drafts()
    {
        await using var network = await Reported.Begin();
        var (token, secret) = ApiToken.Make("A test", Role.Staff, network.Now);
        await network.Has(token);
        using var staff = network.Client();
        staff.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        var draft = await network.Drafted();
        JsonDocument.Parse(await staff.GetStringAsync("/api/v1/reports", Ct)).RootElement.GetArrayLength().ShouldBe(0);

        await network.Issues(draft.Id);

        var one = JsonDocument.Parse(await staff.GetStringAsync("/api/v1/reports", Ct)).RootElement.EnumerateArray().ShouldHaveSingleItem();
        one.GetProperty("hash").GetString().ShouldBe((await network.Report(draft.Id)).IssuedHash);
        one.GetProperty("facts").GetProperty("pillars").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Who_issued_it_is_forgotten_and_its_hash_still_holds()
    {
        await using var network = await Reported.Begin();
        var draft = await network.Drafted();
        var person = await network.PersonCalled("Lionel Weir");
        var read = draft.Hash();
        await network.In(s => s.GetRequiredService<WriteReport>().Issue(draft.Id, null, read, new(person, "Lionel Weir"), network.Now, Ct));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(person, TheNetwork.Staff, Ct));

        var now = await network.Report(draft.Id);
        (now.Issuer, now.IssuerName, now.IsAsIssued).ShouldBe((null, "a former colleague", true));
    }

    private static Task<IReadOnlyList<Evidence>> Counted(TheNetwork network) => network.In(s => s.GetServices<IEvidence>().OfType<ReportsIssued>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct));
}
