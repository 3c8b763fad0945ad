using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;
using Secretariat.Reporting.Annual;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Reporting;

/// <summary>From what members signed off to what everybody reads.</summary>
public sealed class AnAnnualReport
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_given_is_never_nought_and_the_total_says_from_how_many()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        await network.Approved();
        var visitor = network.Client();

        var page = await visitor.GetStringAsync("/report/2018-19", Ct);

        page.ShouldContain("<strong>12</strong> boats let");
        page.ShouldContain("from 1 of 3 members");
        page.ShouldContain("figures signed off by 2 of 3 members");
        page.ShouldContain("not given");
        page.ShouldContain("nothing was signed off in time: Crossmere");
        (await visitor.GetStringAsync("/report/2018-19/ALD", Ct)).ShouldContain("The river was kind to ALD.");
        (await visitor.GetAsync("/report/2018-19/CRO", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetStringAsync("/sitemap.xml", Ct)).ShouldContain("/report/2018-19/ALD");
        (await visitor.GetStringAsync("/", Ct)).ShouldContain("href=\"/report/2018-19\"");
        (await visitor.GetStringAsync("/members/ALD", Ct)).ShouldContain("href=\"/report/2018-19/ALD\"");
        (await Counted(network)).ShouldHaveSingleItem().Title.ShouldContain("figures from 2 of 3 members");
    }

    [Fact]
    public void Whatever_members_give_the_total_is_the_sum_of_what_was_given()
    {
        Gen.Long[0, MemberReturn.MostValue].Nullable().Array[0, 38].Sample(values =>
        {
            var indicator = new AnnualIndicator("a", "A", "a", "", false);
            var content = new AnnualContent("2018", "T", "", "", [indicator], [.. values.Select((v, n) => new AnnualMember($"{n}", "M", "M", "", [new("a", v, "")], "Chair", default))], [new("x", "X", "X")], false);

            var total = content.Total(indicator);

            total.Sum.ShouldBe(values.Sum(v => v ?? 0));
            total.Given.ShouldBe(values.Count(v => v is not null));
            total.Of.ShouldBe(values.Length + 1);
            AnnualContent.Read(content.Json()).Hash().ShouldBe(content.Hash());
        });
    }

    [Fact]
    public async Task It_goes_out_at_its_hour_with_exactly_what_was_approved()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        var hour = network.Now.AddDays(3);
        await network.Approved(hour);
        (await network.Client().GetAsync("/report/2018-19", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<RuleBroken>(() => network.Gives("CRO", "Odile Brook", 5))).Message.ShouldContain("The report is approved");

        await network.MoveTo(hour.AddMinutes(1));

        (await network.Annual()).ReleasedAt.ShouldBe(hour);
        (await network.Client().GetStringAsync("/report/2018-19", Ct)).ShouldContain("Each did its own.");
    }

    [Fact]
    public async Task A_hold_on_what_is_public_keeps_it_back_until_it_ends()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        var until = network.Now.AddDays(5);
        await network.Has(Hold.On(Hold.Public, "An election is near.", network.Now, until));

        await network.Approved();
        (await network.Annual()).State.ShouldBe(AnnualState.Scheduled);
        await network.MoveTo(until.AddMinutes(-1));
        (await network.Annual()).State.ShouldBe(AnnualState.Scheduled);
        await network.MoveTo(until.AddMinutes(1));
        (await network.Annual()).State.ShouldBe(AnnualState.Released);
    }

    [Fact]
    public async Task A_hold_on_one_member_keeps_the_whole_back()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        await network.Has(Hold.On("member:BRK", "Its court case.", network.Now, null));

        await network.Approved();

        (await network.Annual()).State.ShouldBe(AnnualState.Scheduled);
    }

    [Fact]
    public async Task One_figure_changed_after_somebody_read_it_and_it_is_not_approved()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        var (id, read) = ((await network.Annual()).Id, await network.Read());
        await network.Gives("ALD", "Lionel Weir", 13);

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<ReleaseAnnual>().Approve(id, read, ItemKind.Success, null, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("changed while you were reading");
    }

    [Fact]
    public async Task A_statement_does_not_leave_by_it()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();

        (await Should.ThrowAsync<RuleBroken>(() => network.Approved(kind: ItemKind.Statement))).Message.ShouldContain("no statement leaves without");
        var staff = await network.ClientAs(Role.Staff);
        (await (await staff.Submit("/desk/reports/annual", "?handler=Approve", ("Input.Later", "false"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say what it is: information");
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(AnnualReport), Ct))).ShouldBe(1, "whoever called it a statement first is on record");
    }

    [Fact]
    public async Task An_approval_that_is_taken_back_leaves_a_report_that_was_out_before_off_with_its_reason()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        await network.Approved();
        var report = await network.Annual();
        await network.In(s => s.GetRequiredService<ReleaseAnnual>().TakeOff(report.Id, "A figure was wrong.", TheNetwork.Staff, Ct));
        await network.Approved(network.Now.AddDays(2));

        await network.In(s => s.GetRequiredService<ReleaseAnnual>().TakeApprovalBack(report.Id, TheNetwork.Staff, Ct));

        (await network.Annual()).State.ShouldBe(AnnualState.TakenOff);
        var page = await network.Client().GetAsync("/report/2018-19", Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await page.Content.ReadAsStringAsync(Ct)).ShouldContain("A figure was wrong.");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_leave_in_it_neither_at_its_hour_nor_at_once()
    {
        const string text = "Chambers want the keys of empty shops to be lent to stallholders by the council.";
        await using var network = await Collected.Begin();
        await network.Gives("ALD", "Lionel Weir", 12, story: $"A good year. {text}");
        await network.Worded();
        var hour = network.Now.AddDays(3);
        await network.Approved(hour);
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree this text?", "collective-agreement", RoundText.Written("Keys", text, []), text, network.Now.AddDays(40)));

        await network.MoveTo(hour.AddMinutes(1));

        (await network.Annual()).ShouldSatisfyAllConditions(r => r.State.ShouldBe(AnnualState.Collecting), r => r.Returned.ShouldNotBeNull().ShouldContain("put to members"));
        (await Should.ThrowAsync<RuleBroken>(() => network.Approved())).Message.ShouldContain("put to members in the round");
        (await network.Client().GetAsync("/report/2018-19", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(AnnualReport), Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_taken_off_says_so_and_why_and_may_come_back()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        await network.Approved();
        var staff = await network.ClientAs(Role.Staff);

        (await staff.Submit("/desk/reports/annual", "?handler=Off", ("Input.Why", "Two figures were swapped."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var gone = await network.Client().GetAsync("/report/2018-19", Ct);
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync(Ct)).ShouldContain("Two figures were swapped.");
        var since = (await network.Annual()).ReleasedAt;
        network.Clock.StopAt(network.Now.AddDays(1));
        await network.Approved();
        ((await network.Annual()).State, (await network.Annual()).ReleasedAt).ShouldBe((AnnualState.Released, since));
    }

    [Fact]
    public async Task Who_signed_is_forgotten_and_the_report_stays_as_it_was_approved()
    {
        await using var network = await Collected.Begin();
        await network.SignedByTwo();
        await network.Approved();
        var person = await network.PersonCalled("Lionel Weir");

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(person, TheNetwork.Staff, Ct));

        (await network.Return())!.SignerName.ShouldBe("somebody who is no longer on record");
        var report = await network.Annual();
        report.Approved!.Hash().ShouldBe(report.ApprovedHash);
        report.Content.ShouldNotContain("Lionel");
    }

    private static Task<IReadOnlyList<Evidence>> Counted(TheNetwork network) => network.In(s => s.GetServices<IEvidence>().OfType<AnnualPublished>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct));
}
