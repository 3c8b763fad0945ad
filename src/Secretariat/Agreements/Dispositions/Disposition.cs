using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Dispositions;

/// <summary>What became of a comment.</summary>
public enum Verdict { Accepted, Rejected, Deferred }

/// <summary>What staff decided about one comment of a round, and when its author was told.</summary>
public sealed class Disposition : Record, IHoldsPersonalData
{
    public const int MaxReason = 2000;

    private Disposition() { }

    public Disposition(Response comment, Verdict verdict, string? reason, Actor by, DateTimeOffset now)
    {
        if (comment.Comment is null) throw new RuleBroken("This answer has no comment to decide about.");
        (Round, Elector, Comment) = (comment.Round, comment.Elector, comment.Id);
        Decide(verdict, reason, by, now);
    }

    public Guid Round { get; private set; }
    public Guid Elector { get; private set; }

    /// <summary>The line of the round's log that it is about.</summary>
    public Guid Comment { get; private set; }

    public Verdict Verdict { get; private set; }
    public string? Reason { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public string DecidedByName { get; private set; } = "";
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>The letter by which its author was told; one letter tells all that one author asked.</summary>
    public Guid? Telling { get; private set; }

    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Decides, or decides otherwise: then its author has not been told of it yet.</summary>
    public void Decide(Verdict verdict, string? reason, Actor by, DateTimeOffset now)
    {
        var why = Trimmed(reason);
        if (verdict == Verdict.Rejected && why is null) throw new RuleBroken("Say why it is rejected: its author will read it.", "Reason");
        if (why?.Length > MaxReason) throw new RuleBroken($"Keep it under {MaxReason:N0} letters.", "Reason");
        if (verdict == Verdict && why == Reason && DecidedAt != default) return;
        (Verdict, Reason, DecidedBy, DecidedByName, DecidedAt) = (verdict, why, by.Person, by.Name, now);
        (Telling, ToldAt) = (null, null);
    }

    /// <summary>It is what stands here already.</summary>
    public bool Says(Verdict verdict, string? reason) => verdict == Verdict && Trimmed(reason) == Reason;

    private static string? Trimmed(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.ReplaceLineEndings("\n").Trim();

    internal void Tell(Guid telling, DateTimeOffset now)
    {
        if (ToldAt is not null) throw new RuleBroken("Its author was told of this already.");
        (Telling, ToldAt) = (telling, now);
    }

    internal void Forget() => (DecidedBy, DecidedByName) = (null, "a former colleague");
}

public static class VerdictWords
{
    public static string Words(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Rejected => "rejected",
        _ => "deferred",
    };

    /// <summary>As on a button.</summary>
    public static string Button(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "Accept",
        Verdict.Rejected => "Reject, with the reason",
        _ => "Defer",
    };

    public static string Look(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "done",
        Verdict.Rejected => "late",
        _ => "due",
    };
}
