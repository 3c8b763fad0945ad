using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions;

/// <summary>Counts a show of hands by the same tally as a round: there is one way of counting.</summary>
public static class HandCount
{
    private const string AtTheTable = "at the table";

    public static Count Of(IReadOnlyList<SeatedChair> seats, IReadOnlyDictionary<string, Hand> hands, RoundTerms terms)
    {
        if (hands.Keys.Except(seats.Select(s => s.Code)).Any()) throw new RuleBroken("A seat that was vacant on that day has no vote.", "Hands");
        var then = DateTimeOffset.UnixEpoch;
        return Tally.Of(new RoundLog(RoundKind.AgreeText, terms with { Silence = Silence.Nothing }, false, then,
            [.. seats.Select(s => new LogElector(s.Grouping, s.Code, s.Seat, []))],
            [new LogVersion(1, AtTheTable, "", then, then)],
            [.. seats.Select((seat, i) => (seat, i, hand: HandOf(seat, hands))).Where(v => v.hand != Hand.Absent).Select(v => new LogResponse(v.i + 1, v.seat.Grouping, AnswerOf(v.hand), AtTheTable, then))], []));
    }

    public static Hand HandOf(SeatedChair seat, IReadOnlyDictionary<string, Hand> hands)
    {
        var hand = hands.GetValueOrDefault(seat.Code, Hand.Absent);
        if (hand != Hand.Absent && !seat.MayVote) throw new RuleBroken($"{seat.Name} was not the Chair of a member of {seat.Seat} on that day, so that seat could not vote.", "Hands");
        return hand;
    }

    private static Answer AnswerOf(Hand hand) => hand switch
    {
        Hand.For => Answer.Agree,
        Hand.Against => Answer.Object,
        _ => Answer.Abstain,
    };
}
