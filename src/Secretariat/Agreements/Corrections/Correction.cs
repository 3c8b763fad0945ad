using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Corrections;

public enum CorrectionState { Proposed, GoneRound, Passed, Objected, Dropped }

/// <summary>
/// A correction of a round's text that changes no meaning. Staff propose it, the two Chairs whom the round named at opening pass
/// it, everybody gets the redline at once, and when nobody objects in the time that was said, it becomes the text.
/// </summary>
public sealed class Correction : Record, IHoldsPersonalData
{
    public const int MaxWhy = 400;

    private Correction() { }

    public Correction(Round round, string? markdown, RoundText text, string? why, Actor by, DateTimeOffset now)
    {
        if (round.Correctors.Count == 0) throw new RuleBroken("This round did not say at opening that two Chairs may pass corrections, so nobody may. Send a new version.");
        if (!round.AllowsCorrections) throw new RuleBroken("The name of one of the two Chairs was erased, so nobody may pass a correction of this round. Send a new version.");
        if (!round.IsOpenAt(now)) throw new RuleBroken(round.State == RoundState.Open ? "Its closing time has passed, so its text stays as it is." : $"This round is {round.State.Words()}, so its text stays as it is.");
        if (round.Held is not null) throw new RuleBroken("A restored backup holds this round: say first until when it goes on.");
        if (text.Hash() == round.Latest.Hash) throw new RuleBroken("This is the text that is out already, to the letter.", "Text");
        (Round, Follows) = (round.Id, round.Latest.Number);
        (Subject, Markdown, Canonical, Hash) = (text.Subject, (markdown ?? "").ReplaceLineEndings("\n").Trim(), text.Canonical(), text.Hash());
        Why = Sentence(why, "Say in one sentence why it changes no meaning: everybody will read it.");
        (ProposedBy, ProposedByName, ProposedAt) = (by.Person, by.Name, now);
        RefuseIfTooLate(round, now);
    }

    public Guid Round { get; private set; }

    /// <summary>The number of the version that it corrects.</summary>
    public int Follows { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>As it was typed.</summary>
    public string Markdown { get; private set; } = "";

    public string Canonical { get; private set; } = "";
    public string Hash { get; private set; } = "";

    /// <summary>Why it changes no meaning.</summary>
    public string Why { get; private set; } = "";

    public Guid? ProposedBy { get; private set; }
    public string ProposedByName { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }

    public Guid? FirstBy { get; private set; }
    public string? FirstName { get; private set; }
    public DateTimeOffset? FirstAt { get; private set; }

    public Guid? SecondBy { get; private set; }
    public string? SecondName { get; private set; }
    public DateTimeOffset? SecondAt { get; private set; }

    public CorrectionState State { get; private set; }
    public DateTimeOffset? GoneRoundAt { get; private set; }

    /// <summary>Until when anybody who is asked may object; said when it went round.</summary>
    public DateTimeOffset? ObjectUntil { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was dropped, or the reason of whoever objected.</summary>
    public string? EndedWhy { get; private set; }

    /// <summary>The member for which somebody objected.</summary>
    public Guid? Elector { get; private set; }

    public string? ObjectedFor { get; private set; }
    public Guid? ObjectedBy { get; private set; }
    public string? ObjectedByName { get; private set; }
    public string? ObjectedAs { get; private set; }

    /// <summary>Who pressed the button in that person's name.</summary>
    public string? ObjectedThrough { get; private set; }

    public AnswerWay? ObjectedWay { get; private set; }

    /// <summary>After an objection: staff decided to leave the text as it is.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public RoundText Text => RoundText.Parse(Canonical);
    public bool IsUnderWay => State is CorrectionState.Proposed or CorrectionState.GoneRound;
    public bool IsDue(DateTimeOffset now) => State == CorrectionState.GoneRound && ObjectUntil <= now;
    public bool TakesObjections(DateTimeOffset now) => State == CorrectionState.GoneRound && now <= ObjectUntil;
    public bool WasPassedBy(Guid person) => FirstBy == person || SecondBy == person;

    /// <param name="chairs">Who is Chair of a member today.</param>
    public void Pass(Round round, Guid person, IReadOnlyCollection<NamedChair> chairs, DateTimeOffset now)
    {
        if (State != CorrectionState.Proposed) throw new RuleBroken($"This correction {State.Words()}, so there is nothing to pass.");
        if (!round.IsOpenAt(now)) throw new RuleBroken("This round is not open any more, so its text stays as it is.");
        if (!round.AllowsCorrections || round.Correctors.FirstOrDefault(c => c.Person == person) is not { } named) throw new RuleBroken("Only the two Chairs whom the round named at opening may pass it.");
        if (WasPassedBy(person)) throw new RuleBroken("You have passed it already. It takes the other Chair too.");
        if (chairs.All(c => c.Person != person)) throw new RuleBroken($"{named.Name} is not Chair of a member today, and so cannot pass it.");
        RefuseIfTooLate(round, now);
        if (FirstAt is null)
        {
            (FirstBy, FirstName, FirstAt) = (person, named.Name, now);
            return;
        }
        (SecondBy, SecondName, SecondAt) = (person, named.Name, now);
        (State, GoneRoundAt, ObjectUntil) = (CorrectionState.GoneRound, now, now.AddHours(round.ObjectHours!.Value));
    }

    /// <summary>One objection is enough: the text stays as it was.</summary>
    public void Object(Elector elector, string? reason, Voice by, string? through, AnswerWay way, DateTimeOffset now)
    {
        if (State != CorrectionState.GoneRound) throw new RuleBroken($"This correction {State.Words()}, so there is nothing to object to.", "Correction");
        if (!TakesObjections(now)) throw new RuleBroken("The time to object has passed.", "Correction");
        EndedWhy = Sentence(reason, "Say why you object: the others will read it.", "Reason", Response.MaxWords);
        (State, EndedAt) = (CorrectionState.Objected, now);
        (Elector, ObjectedFor, ObjectedBy, ObjectedByName, ObjectedAs, ObjectedWay) = (elector.Id, elector.Name, by.Person, by.Name, by.Capacity, way);
        ObjectedThrough = string.IsNullOrWhiteSpace(through) ? null : through.Trim();
    }

    public void Drop(string? why, DateTimeOffset now)
    {
        if (!IsUnderWay) throw new RuleBroken($"This correction {State.Words()}, so there is nothing to drop.");
        (EndedWhy, State, EndedAt) = (Sentence(why, "Say why it is dropped: everybody who got it can read it.", most: Response.MaxWords), CorrectionState.Dropped, now);
    }

    /// <summary>Nobody objected in time: it is the text now, as of the moment that was said.</summary>
    internal RoundVersion Settle(Round round)
    {
        if (State != CorrectionState.GoneRound) throw new RuleBroken($"This correction {State.Words()}.");
        (State, EndedAt) = (CorrectionState.Passed, ObjectUntil);
        return round.Correct(Markdown, Text, ObjectUntil!.Value);
    }

    /// <summary>After an objection: the text stays, and no new version is sent.</summary>
    public void Leave(DateTimeOffset now)
    {
        if (State != CorrectionState.Objected) throw new RuleBroken($"This correction {State.Words()}: nobody objected to it.");
        LeftAt ??= now;
    }

    /// <summary>Why something else has to wait.</summary>
    public RuleBroken InTheWay() => new(State == CorrectionState.Proposed
        ? "A correction of the text waits for the two Chairs. Drop it first, or wait for its end."
        : "A correction of the text has gone round, and members may still object to it. Wait for its end, or drop it first.");

    internal void Forget(Guid person)
    {
        if (ProposedBy == person) (ProposedBy, ProposedByName) = (null, Response.Former);
        if (FirstBy == person) (FirstBy, FirstName) = (null, Response.Former);
        if (SecondBy == person) (SecondBy, SecondName) = (null, Response.Former);
        if (ObjectedBy == person) (ObjectedBy, ObjectedByName, ObjectedAs, ObjectedThrough) = (null, Response.Former, ObjectedAs?.Split(',')[0], ObjectedThrough is null ? null : Response.Former);
    }

    internal void ForgetActedFor(string beginning) => ObjectedAs = ObjectedAs is null ? null : ActsFor.Unnamed(ObjectedAs, beginning);

    private static void RefuseIfTooLate(Round round, DateTimeOffset now)
    {
        if (now.AddHours(round.ObjectHours!.Value) > round.ClosesAt) throw new RuleBroken("There is not enough time left to object: send it as a new version.");
    }

    private static string Sentence(string? words, string missing, string field = "Why", int most = MaxWhy)
    {
        var said = words?.ReplaceLineEndings(" ").Trim() ?? "";
        if (said.Length == 0) throw new RuleBroken(missing, field);
        if (said.Length > most) throw new RuleBroken($"Keep it under {most:N0} letters.", field);
        Holes.Refuse(said, field);
        return said;
    }
}

public static class CorrectionWords
{
    public static string Words(this CorrectionState state) => state switch
    {
        CorrectionState.Proposed => "waits for the two Chairs",
        CorrectionState.GoneRound => "has gone round",
        CorrectionState.Passed => "is the text by now",
        CorrectionState.Objected => "was stopped by an objection",
        _ => "was dropped",
    };
}
