using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>What came of ringing a member. An answer given on the telephone is not this: it is logged, with its evidence.</summary>
public enum CallOutcome { NoReply, MessageLeft, WillAnswer, RingAgain }

/// <summary>That somebody rang about a round, and what came of it.</summary>
public sealed class RoundCall : Record, IHoldsPersonalData
{
    private RoundCall() { }

    public RoundCall(Round round, Guid elector, CallOutcome outcome, Actor by, DateTimeOffset now)
    {
        if (round.State != RoundState.Open) throw new RuleBroken($"This round is {round.State.Words()}: there is nothing to ring about.");
        (Round, Elector, Outcome, By, ByName, At) = (round.Id, elector, outcome, by.Person, by.Name, now);
    }

    public Guid Round { get; private set; }
    public Guid Elector { get; private set; }
    public CallOutcome Outcome { get; private set; }
    public Guid? By { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    internal void Forget() => (By, ByName) = (null, Response.Former);
}

public static class CallWords
{
    public static string Words(this CallOutcome outcome) => outcome switch
    {
        CallOutcome.NoReply => "No reply",
        CallOutcome.MessageLeft => "Left a message",
        CallOutcome.WillAnswer => "Will answer",
        _ => "Ring again",
    };
}
