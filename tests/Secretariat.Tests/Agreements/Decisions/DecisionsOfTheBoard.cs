using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Decisions;

/// <summary>What the Board decides by show of hands.</summary>
public sealed class DecisionsOfTheBoard
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly Day = new(2018, 12, 3);
    private static readonly RoundTerms Majority = new("Majority of the Board", "More than half.", new(1, 2, true), RoundBase.Seats, 5, Objections.Listed, false, Silence.Nothing, false);

    [Theory]
    [InlineData(9, 5, 4, 0, RoundOutcome.Passed)]
    [InlineData(9, 4, 4, 1, RoundOutcome.NotPassed)]
    [InlineData(8, 4, 4, 0, RoundOutcome.NotPassed)]
    [InlineData(8, 5, 0, 0, RoundOutcome.Passed)]
    [InlineData(9, 4, 0, 0, RoundOutcome.NotPassed)]
    public void More_than_half_of_the_filled_seats_must_say_yes_and_whoever_is_not_there_says_nothing(int filled, int yes, int no, int abstain, RoundOutcome outcome)
    {
        var seats = Seats(filled);
        var hands = seats.Take(yes + no + abstain).Select((s, i) => (s.Code, Hand: i < yes ? Hand.For : i < yes + no ? Hand.Against : Hand.Abstained)).ToDictionary(h => h.Code, h => h.Hand);

        var decision = Decision.ByShowOfHands(new HandsShown(Day, "We go on.", "r", hands), seats, "r", Majority, Day, TheNetwork.Start);

        decision.Outcome.ShouldBe(outcome, decision.Why);
        decision.Hands.Count.ShouldBe(filled);
        decision.Hands.Count(h => h.Hand == Hand.Absent).ShouldBe(filled - yes - no - abstain);
    }

    [Fact]
    public void A_vacant_seat_and_a_holder_who_is_no_longer_Chair_have_no_vote_and_a_decision_is_not_taken_tomorrow()
    {
        var seats = Seats(6);
        Decision Take(IReadOnlyList<SeatedChair> there, DateOnly today, params string[] yes) =>
            Decision.ByShowOfHands(new HandsShown(Day, "We go on.", "r", yes.ToDictionary(c => c, _ => Hand.For)), there, "r", Majority, today, TheNetwork.Start);

        Should.Throw<RuleBroken>(() => Take(seats, Day, "seat-0", "seat-9")).Message.ShouldContain("vacant");
        Should.Throw<RuleBroken>(() => Take([seats[0] with { MayVote = false }, .. seats.Skip(1)], Day, "seat-0")).Message.ShouldContain("not the Chair");
        Should.Throw<RuleBroken>(() => Take(seats, Day.AddDays(-1), "seat-0")).Field.ShouldBe("On");
        Should.Throw<RuleBroken>(() => Take(seats, Day)).Message.ShouldContain("how each Chair who was there voted");
        Should.Throw<RuleBroken>(() => Take([], Day)).Message.ShouldContain("No seat");
    }

    [Fact]
    public async Task Staff_write_down_a_decision_with_each_seats_vote_and_it_shows_for_which_members_each_Chair_spoke_on_that_day()
    {
        await using var network = await Network();
        using var staff = await network.ClientAs(Role.Staff);

        // On 3 December 2018 Hussein Lock held the seat of the upper rivers; Greta Sandpiper has it from April on.
        var form = await staff.GetStringAsync("/desk/decisions/new?on=2018-12-03", Ct);
        form.ShouldContain("Hussein Lock");
        form.ShouldNotContain("Greta Sandpiper");
        var page = "/desk/decisions/new?on=2018-12-03&about=plan:2018-19:signed-off&rule=board-majority";
        var refused = await staff.Submit(page, null, ("Input.Text", ""), ("Input.Hands[upper]", "For"));
        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("Say what was decided.");
        var taken = await staff.Submit(page, null, ("Input.Text", "The plan is signed off."), ("Input.Hands[upper]", "For"), ("Input.Hands[lower]", "For"));

        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var decision = await network.Db(db => db.Set<Decision>().Include(d => d.Hands).AsNoTracking().SingleAsync(Ct));
        (decision.By, decision.How, decision.Date, decision.Outcome, decision.About, decision.Rule).ShouldBe((DecisionBy.Board, DecisionHow.ShowOfHands, Day, RoundOutcome.Passed, "plan:2018-19:signed-off", "board-majority"));
        decision.Hands.Select(h => (h.Code, h.Name, h.Hand)).ShouldBe([("upper", "Hussein Lock", Hand.For), ("lower", "Odile Brook", Hand.For)], ignoreOrder: true);
        decision.Hands.Single(h => h.Code == "upper").SpeaksFor.Count.ShouldBe(2);
        var shown = WebUtility.HtmlDecode(await staff.GetStringAsync(taken.Headers.Location!.OriginalString, Ct));
        shown.ShouldContain("2 of 2 seats of the Board agree");
        shown.ShouldContain(string.Join(", ", decision.Hands.Single(h => h.Code == "upper").SpeaksFor));
        (await network.Db(db => db.Set<AuditEntry>().Where(e => e.Verb == "Record decision").Select(e => e.RecordType).Distinct().ToListAsync(Ct))).ShouldBe([nameof(Decision), nameof(DecisionHand)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_decision_is_recorded_once_however_often_the_button_is_pressed()
    {
        await using var network = await Network();
        using var staff = await network.ClientAs(Role.Staff);
        const string Page = "/desk/decisions/new?on=2018-12-03&rule=board-majority";
        using var form = await staff.GetAsync(Page, Ct);
        (string, string)[] typed = [("Input.Text", "The plan is signed off."), ("Input.Hands[upper]", "For"), ("Input.Hands[lower]", "For")];

        var pressed = await Task.WhenAll(staff.Again(form, null, typed), staff.Again(form, null, typed), staff.Again(form, null, typed));

        pressed.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        var decision = await network.Db(db => db.Set<Decision>().AsNoTracking().SingleAsync(Ct));
        pressed.ShouldAllBe(answer => answer.Headers.Location!.OriginalString == $"/desk/decisions/{decision.Id}");
        // Gone back to and filled in anew, the same form is no second decision either, and does not lose one without a word.
        var other = await staff.Again(form, null, ("Input.Text", "And so is the budget."), ("Input.Hands[upper]", "For"), ("Input.Hands[lower]", "For"));
        (await other.Content.ReadAsStringAsync(Ct)).ShouldContain("has recorded a decision already");
        (await network.Db(db => db.Set<Decision>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task The_list_has_every_decision_wherever_it_was_taken()
    {
        await using var network = await Network();
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/decisions", Ct)).ShouldContain("No decisions yet");
        await network.In(s => s.GetRequiredService<TakeDecision>().Run(new HandsShown(Day, "The plan is signed off.", "board-majority", new Dictionary<string, Hand> { ["upper"] = Hand.For, ["lower"] = Hand.Against }), TheNetwork.Staff, network.Now, Ct));
        var round = await network.HasRound(Asked.Draft() with { ClosesAt = network.Now.AddDays(7), About = "text:transport" });
        await network.MoveTo(network.Now.AddDays(8));

        var list = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/decisions", Ct));

        list.ShouldContain("The plan is signed off.");
        list.ShouldContain(round.Title);
        list.ShouldContain("the members, in a round");
        (await network.Db(db => db.Set<Decision>().SingleAsync(d => d.Round == round.Id, Ct))).About.ShouldBe("text:transport");
    }

    [Fact]
    public async Task An_erased_Chairs_vote_stays_without_the_Chair()
    {
        await using var network = await Network();
        await network.In(s => s.GetRequiredService<TakeDecision>().Run(new HandsShown(Day, "We go on.", "board-majority", new Dictionary<string, Hand> { ["upper"] = Hand.For, ["lower"] = Hand.For }), TheNetwork.Staff, network.Now, Ct));
        var hussein = await network.Db(db => db.Set<Person>().Where(p => p.Name == "Hussein Lock").Select(p => p.Id).SingleAsync(Ct));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(hussein, TheNetwork.Staff, Ct));

        var hand = await network.Db(db => db.Set<DecisionHand>().AsNoTracking().SingleAsync(h => h.Code == "upper", Ct));
        (hand.Person, hand.Name, hand.Hand).ShouldBe((null, Response.Former, Hand.For));
        (await network.Db(db => db.Set<Seat>().CountAsync(Ct))).ShouldBeGreaterThan(0);
    }

    private static async Task<TheNetwork> Network()
    {
        var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(new DateTimeOffset(2018, 12, 3, 15, 0, 0, TimeSpan.Zero));
        await network.Has(new RoundRule("board-majority", Majority with { Quorum = null }));
        return network;
    }

    private static List<SeatedChair> Seats(int many) =>
        [.. Enumerable.Range(0, many).Select(n => new SeatedChair(Guid.NewGuid(), $"seat-{n}", $"Seat {n}", Guid.NewGuid(), $"Chair {n}", $"Member {n}", true, [(Guid.NewGuid(), $"Member {n}")]))];
}
