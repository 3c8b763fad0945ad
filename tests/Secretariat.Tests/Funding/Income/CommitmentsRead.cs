using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Income;
using Secretariat.Members.Organisations;
using Secretariat.Planning;
using Secretariat.Planning.Road;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Income;

public sealed class CommitmentsRead
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly First = new(2017, 4, 1);

    private static async Task<(TheNetwork Network, Round Round, Plan Plan)> Begin()
    {
        var network = await Asked.Network(4);
        var plan = new Plan("Plan of the year", new(First));
        await network.Has(plan, new PlanStep(plan.Id, "confirmation", 1, "Confirmed by all", new(2017, 10, 30), false) { Kind = StepKind.Confirmation, Rule = "confirm", AskedPence = 650_000, Besides = ["gov"] }, new Organisation("gov", "The ministry", OrganisationKind.Government),
            new BudgetLine("members", BudgetHeading.MemberSponsorship, "Members", new Money(2_600_000)), new BudgetLine("office", BudgetHeading.Staff, "Office", new Money(2_600_000)));
        return (network, await network.HasRound(Asked.Draft("confirm", RoundKind.Confirm) with { About = $"{plan.About}:confirmation", AskedPence = 650_000, Sender = RoundSender.Board }), plan);
    }

    private static Task<CommitmentTable> Table(TheNetwork network, Plan plan) => network.In(s => s.GetRequiredService<CommitmentsNow>().Of(plan, Ct));

    [Fact]
    public async Task Each_members_answer_in_the_round_is_its_commitment_and_a_changed_or_withdrawn_one_shows()
    {
        var (network, round, plan) = await Begin();
        await using var _ = network;
        await network.Answers(round, 1, Answer.Confirm);
        await network.Answers(round, 2, Answer.Decline, "No money.");
        await network.Answers(round, 3, Answer.Confirm);
        await network.Answers(round, 3, Answer.Withdrawn);

        var table = await Table(network, plan);

        table.Members.Select(c => c.State).ShouldBe([CommitmentState.Committed, CommitmentState.Declined, CommitmentState.Withdrawn, CommitmentState.NotYet]);
        (table.FromMembers, table.Asked).ShouldBe((new Money(650_000), new Money(650_000)));
        (table.Members[0].Proof, table.Members[0].On, table.Members[0].EnteredBy).ShouldBe(($"/desk/rounds/{round.Id}", new DateOnly(2017, 10, 16), null));
        table.Members[2].Notes.ShouldHaveSingleItem().ShouldBe("Said before, on 16 October 2017: confirm £6,500");
        table.Besides.ShouldHaveSingleItem().State.ShouldBe(CommitmentState.NotYet);
        using var staff = await network.ClientAs(Role.Staff);
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/funding/commitments", Ct));
        page.ShouldContain("1 of 4");
        page.ShouldContain("Said before, on 16 October 2017: confirm £6,500");
    }

    [Fact]
    public async Task What_was_changed_afterwards_is_entered_by_hand_counts_and_keeps_what_was_said_before()
    {
        var (network, round, plan) = await Begin();
        await using var _ = network;
        await network.Answers(round, 1, Answer.Confirm);
        using var staff = await network.ClientAs(Role.Staff);
        var one = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "M01").Select(o => o.Id).SingleAsync(Ct));
        const string Page = "/desk/funding/commitments";
        (string, string)[] Typed(string amount) => [("Input.Organisation", $"{one}"), ("Input.Amount", amount), ("Input.On", "2017-10-16"), ("Input.Why", "Its board wrote to us."), ("Input.Link", "https://m01.example/letter")];

        WebUtility.HtmlDecode(await (await staff.Submit(Page, null, [.. Typed("5,000")[..4], ("Input.Link", "")])).Content.ReadAsStringAsync(Ct)).ShouldContain("Give the link");
        (await staff.Submit(Page, null, Typed("5,000"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var changed = (await Table(network, plan)).Members[0];
        (changed.State, changed.Amount).ShouldBe((CommitmentState.Otherwise, new Money(500_000)));
        changed.EnteredBy.ShouldNotBeNull().ShouldStartWith("A staff");
        changed.Notes.ShouldHaveSingleItem().ShouldStartWith("Was committed £6,500 on 16 October 2017. Changed to £5,000");
        var evidence = await network.In(s => s.GetServices<IEvidence>().OfType<BudgetEvidence>().Single().Between(First, new(2018, 3, 31), Ct));
        evidence.ShouldContain(e => e.Code == BudgetEvidence.Committed && e.Title.StartsWith("Member 01 committed £5,000") && e.EnteredBy != null);
        (await network.Round(round.Id)).Id.ShouldBe(round.Id);
        (await network.Log(round)).ShouldHaveSingleItem().AmountPence.ShouldBe(650_000);

        (await staff.Submit(Page, null, [.. Typed("0")[..3], ("Input.Why", "It leaves the network."), ("Input.Link", "https://m01.example/out")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var gone = (await Table(network, plan)).Members[0];
        (gone.State, gone.Amount.Pence, gone.Notes.Count).ShouldBe((CommitmentState.Withdrawn, 0, 2));
    }

    [Fact]
    public async Task What_came_in_from_a_member_stands_beside_what_it_committed()
    {
        var (network, round, plan) = await Begin();
        await using var _ = network;
        await network.Answers(round, 1, Answer.Confirm);
        var (one, line) = await network.Db(async db => (await db.Set<Organisation>().Where(o => o.Code == "M01").Select(o => o.Id).SingleAsync(Ct), await db.Set<BudgetLine>().AsNoTracking().SingleAsync(l => l.Code == "members", Ct)));

        await network.In(s => s.GetRequiredService<KeepBudget>().Enter(line.Id, new EntryDraft(EntryKind.Paid, new(2017, 10, 15), "First part", new Money(400_000)) { From = one, Link = "https://bank.example/2" }, TheNetwork.Staff, network.Now, Ct));

        var said = (await Table(network, plan)).Members[0];
        (said.Received, said.ReceivedOn, said.Outstanding).ShouldBe((new Money(400_000), new DateOnly(2017, 10, 15), new Money(250_000)));
    }
}
