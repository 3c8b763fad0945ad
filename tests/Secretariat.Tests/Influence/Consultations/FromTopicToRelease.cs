using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Influence.Consultations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Consultations;

/// <summary>A consultation goes from its topic to a released answer, and only what left under a mandate counts.</summary>
public sealed class FromTopicToRelease
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_counted_when_its_receipt_is_here_and_never_as_a_draft_or_an_agreement()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        (await network.Next()).ShouldBe(["Decide"]);
        var mandate = await network.Agreed(budget, 3);
        (await network.Next()).ShouldBe(["Release"]);
        (await network.Counted()).ShouldBeEmpty();

        var release = await network.TakenOut(mandate);
        (await network.Counted()).ShouldBeEmpty();
        (await network.Next()).ShouldBe(["File"]);
        await network.HandedIn(release);
        await network.HandedIn(await network.TakenOut(mandate));

        var proof = (await network.Counted()).ShouldHaveSingleItem();
        (proof.Code, proof.Title).ShouldBe((ResponsesReleased.Responses, "Autumn Budget, to The Treasury: the view of 3 members, listed"));
        (await network.Next()).ShouldBeEmpty();
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync(proof.Href, Ct)).ShouldContain("It counts in the plan, once");
        await network.Withdraw(mandate);
        (await network.Counted()).ShouldHaveSingleItem().Title.ShouldContain("the mandate was withdrawn on");
    }

    [Fact]
    public async Task The_round_has_the_draft_to_the_letter_and_the_draft_stays_while_members_have_it()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        await network.Decides(budget);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";
        await staff.Submit(page, $"{page}?handler=Draft", ("Writing.Subject", "One pot"), ("Writing.Text", TakenUp.Text));

        var put = await staff.Submit(page, $"{page}?handler=Put", ("Ask.Rule", "collective-agreement"), ("Ask.Day", "2017-10-23"));

        put.Headers.Location!.OriginalString.ShouldStartWith("/desk/rounds/");
        var round = await network.Db(db => db.Set<Round>().AsNoTracking().SingleAsync(r => r.Kind == RoundKind.AgreeText, Ct));
        (round.Latest.Markdown, round.Latest.Subject, round.State).ShouldBe((TakenUp.Text, "One pot", RoundState.Draft));
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RunConsultation>().Draft(budget.Id, null, "Other", "Other words.", TheNetwork.Staff, Ct)))).Message.ShouldContain("with members already");
        (await staff.GetStringAsync(page, Ct)).ShouldContain("The draft is with members.");
    }

    [Fact]
    public async Task Views_are_gathered_in_a_round_and_what_a_member_said_stands_on_its_own_page()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        await network.Decides(budget);
        var id = await network.In(s => s.GetRequiredService<RunConsultation>().Gather(budget.Id, "comment", Asked.Closes, TheNetwork.Staff, Ct));
        await network.In(s => s.GetRequiredService<OpenRound>().Run(id, null, TheNetwork.Staff, network.Now, Ct));
        var (_, chair) = await network.Asks(await network.Round(id), 2);
        using var mine = await network.ClientOf(chair.Id, chair.Name);
        (await mine.GetStringAsync($"/my/consultations/{budget.Id}", Ct)).ShouldContain("has not answered yet");

        await network.Answers(await network.Round(id), 2, Answer.DealingOurselves);

        (await mine.GetStringAsync($"/my/consultations/{budget.Id}", Ct)).ShouldContain("We are dealing with them ourselves");
        (await mine.GetStringAsync("/my/consultations", Ct)).ShouldContain("views are gathered: 1 of 4 so far");
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RunConsultation>().Gather(budget.Id, "comment", Asked.Closes, TheNetwork.Staff, Ct)))).Message.ShouldContain("asked for already");
    }

    [Fact]
    public async Task A_report_that_not_every_member_has_to_agree_to_is_not_put_to_them()
    {
        await using var network = await TakenUp.Begin();
        var report = await network.TakesUp(ConsultationKind.Research, "Homes without roads");

        (await Should.ThrowAsync<RuleBroken>(() => network.PutToMembers(report))).Message.ShouldContain("full agreement");

        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/influence/consultations/{report.Id}", Ct)).ShouldContain("A report needs a rule under which every member says yes");
        (await network.Db(db => db.Set<Round>().Select(r => r.State).SingleAsync(Ct))).ShouldBe(RoundState.Draft);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public async Task A_report_counts_when_all_members_agreed_and_one_missing_yes_stops_it(int yes)
    {
        await using var network = await TakenUp.Begin();
        var report = await network.TakesUp(ConsultationKind.Research, "Homes without roads");
        var round = await network.PutToMembers(report, "full-agreement");
        await network.AllAnswer(round, 1, yes);
        await network.MoveTo(Asked.Closes.AddMinutes(1));

        if (await network.Mandate(round) is { } mandate) await network.HandedIn(await network.TakenOut(mandate));

        (await network.Counted()).Select(e => e.Code).ShouldBe(yes == 4 ? [ResponsesReleased.Research] : []);
        if (yes == 3) (await network.Next()).ShouldBe(["Decide anew"]);
    }

    [Fact]
    public async Task A_report_is_not_tied_to_a_round_that_fewer_than_all_could_pass()
    {
        await using var network = await TakenUp.Begin();
        var some = await network.HasMandate(3);
        var report = await network.TakesUp(ConsultationKind.Research, "Homes without roads");
        await network.Decides(report);

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RunConsultation>().Tie(report.Id, some.Round, TheNetwork.Staff, Ct)))).Message.ShouldContain("full agreement");

        (await network.Counted()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_the_bulletin_carried_is_no_answer_to_whoever_asked()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        var mandate = await network.Agreed(budget);
        var text = await network.In(async s => await s.GetRequiredService<ReleaseStatement>().Look(await s.GetRequiredService<ReleaseStatement>().Of(mandate, Ct), mandate.Id, Ct));
        await network.Has(new Release(text, ReleaseChannel.Bulletin, "Bulletin 12", null, TheNetwork.Staff, network.Now));

        (await network.Counted()).ShouldBeEmpty();
        (await network.Next()).ShouldBe(["Release"]);
    }

    [Fact]
    public async Task What_was_taken_out_on_the_last_day_waits_for_its_receipt_after_it()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        var mandate = await network.Agreed(budget);
        await network.TakenOut(mandate);

        await network.MoveTo(new DateTimeOffset(2017, 11, 21, 9, 0, 0, TimeSpan.Zero));

        (await network.Next()).ShouldBe(["File"]);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/influence/consultations", Ct)).ShouldNotContain("without an answer");
    }

    [Fact]
    public async Task A_refused_decision_does_not_empty_the_draft()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        await network.Decides(budget);
        await network.In(s => s.GetRequiredService<RunConsultation>().Draft(budget.Id, null, "One pot", TakenUp.Text, TheNetwork.Staff, Ct));
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";

        (await (await staff.Submit(page, $"{page}?handler=Decide", ("Input.Course", "Leave"), ("Input.Why", ""))).Content.ReadAsStringAsync(Ct)).ShouldContain(TakenUp.Text);
    }

    [Fact]
    public async Task A_text_that_members_refused_may_be_put_to_them_anew_or_left_to_each_of_them()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        await network.AllAnswer(await network.PutToMembers(budget), 1, 2, Answer.Object, "Too long.");
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/influence/consultations", Ct)).ShouldContain("members did not agree to the text");

        await network.In(s => s.GetRequiredService<RunConsultation>().Put(budget.Id, "collective-agreement", network.Now.AddDays(9), null, TheNetwork.Staff, Ct));
        await network.Decides(budget, Course.Themselves);

        (await staff.GetStringAsync("/desk/influence/consultations", Ct)).ShouldContain("members answer themselves");
    }

    [Fact]
    public async Task A_hold_on_its_theme_keeps_the_answer_in_the_house()
    {
        await using var network = await TakenUp.Begin();
        await network.Has(new Secretariat.Members.Themes.Theme { Code = "brexit", Name = "Brexit" });
        var budget = await network.TakesUp();
        await network.In(s => s.GetRequiredService<RunConsultation>().Change(budget.Id, null, new(ConsultationKind.Consultation, "Autumn Budget") { Organisation = budget.Organisation, Deadline = TakenUp.Deadline, Theme = "brexit" }, TheNetwork.Staff, Ct));
        var mandate = await network.Agreed(budget);
        await network.Has(Hold.On("theme:brexit", "Talks are on.", network.Now.AddDays(-1), null));

        (await Should.ThrowAsync<RuleBroken>(() => network.TakenOut(mandate))).Message.ShouldContain("Talks are on.");
    }

    [Fact]
    public async Task What_is_decided_says_who_why_and_what_and_stands_once_an_answer_has_left()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";
        foreach (var (says, fields) in new (string, (string, string)[])[]
        {
            ("Choose what is to be done.", []),
            ("Say who decided it", [("Input.Course", "Leave")]),
            ("Say why", [("Input.Course", "Leave"), ("Input.DecidedBy", "The Board")]),
        })
            WebUtility.HtmlDecode(await (await staff.Submit(page, $"{page}?handler=Decide", fields)).Content.ReadAsStringAsync(Ct)).ShouldContain(says);
        (await staff.Submit(page, $"{page}?handler=Decide", ("Input.Course", "Leave"), ("Input.DecidedBy", "The Board"), ("Input.Why", "Nobody lives on it."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Next()).ShouldBeEmpty();

        await network.HandedIn(await network.TakenOut(await network.Agreed(budget)));

        (await Should.ThrowAsync<RuleBroken>(() => network.Decides(budget, Course.Leave))).Message.ShouldContain("released");
    }

    [Fact]
    public async Task A_round_written_by_itself_is_tied_to_what_it_answers_and_to_one_thing_only()
    {
        await using var network = await TakenUp.Begin();
        var mandate = await network.HasMandate(4);
        var (budget, other) = (await network.TakesUp(), await network.TakesUp(title: "Spring Statement"));
        await network.Decides(budget);
        await network.Decides(other);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";

        (await staff.Submit(page, $"{page}?handler=Tie", ("round", $"{mandate.Round}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await staff.GetStringAsync(page, Ct)).ShouldContain($"/desk/mandates/{mandate.Id}");
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RunConsultation>().Tie(other.Id, mandate.Round, TheNetwork.Staff, Ct)))).Message.ShouldContain("belongs to “Autumn Budget”");
    }
}
