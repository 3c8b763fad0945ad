using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>
/// Stops what goes out, by scope, for a time and a reason: "public", "theme:CODE", "member:CODE", or "everything" except
/// sign-in letters and acknowledgements. It is a condition of the claim, so it acts on what is queued already. What one person
/// asked is answered under a hold on a theme or a member: that is service, and no voice in public. A hold on everything stops it too.
/// </summary>
public sealed class Hold : Record
{
    public const string Public = "public";
    public const string Everything = "everything";

    private Hold() { }

    public string Scope { get; private init; } = "";
    public string Reason { get; private init; } = "";
    public DateTimeOffset From { get; private init; }
    public DateTimeOffset? Until { get; private init; }
    public DateTimeOffset? LiftedAt { get; private set; }

    public static Hold On(string scope, string reason, DateTimeOffset from, DateTimeOffset? until)
    {
        if (scope is not (Public or Everything) && !scope.StartsWith("theme:", StringComparison.Ordinal) && !scope.StartsWith("member:", StringComparison.Ordinal))
            throw new RuleBroken("A hold is on everything public, one theme, one member, or everything.", nameof(Scope));
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("Say why, for those who will ask.", nameof(Reason));
        if (until <= from) throw new RuleBroken("The hold ends before it begins.", nameof(Until));
        return new Hold { Scope = scope, Reason = reason.Trim(), From = from, Until = until };
    }

    public void Lift(DateTimeOffset now)
    {
        if (LiftedAt is not null) throw new RuleBroken("This hold was lifted already.");
        LiftedAt = now;
    }

    public bool Stops(Batch batch, DateTimeOffset now) =>
        InForce(now) && ((Scope == Everything && batch.Priority == Priority.Outward) || batch.Reach.Contains($"|{Scope}|", StringComparison.Ordinal));

    /// <summary>The same for what somebody carries out by hand.</summary>
    /// <param name="reach">"theme:skills", "member:CODE": what it is about.</param>
    public bool Stops(IReadOnlyCollection<string> reach, DateTimeOffset now) => InForce(now) && (Scope == Everything || reach.Contains(Scope));

    /// <summary>The first moment from one on at which none of them stops this; null when one has no end.</summary>
    public static DateTimeOffset? FreeFrom(IReadOnlyCollection<Hold> holds, IReadOnlyCollection<string> reach, DateTimeOffset from)
    {
        // Each turn lets one hold pass for good, so it ends.
        while (holds.FirstOrDefault(h => h.Stops(reach, from)) is { } hold)
        {
            if (hold.Until is not { } until) return null;
            from = until;
        }
        return from;
    }

    /// <summary>What it is on, after "A hold is on".</summary>
    public string Words() => Scope switch
    {
        Public => "everything public",
        Everything => "everything but sign-in and acknowledgements",
        _ => Scope.StartsWith("theme:", StringComparison.Ordinal) ? $"the theme {Scope[6..].Replace('-', ' ')}" : $"what is about {Scope[7..]}",
    };

    public bool InForce(DateTimeOffset now) => LiftedAt is null && From <= now && (Until is null || Until > now);
}
