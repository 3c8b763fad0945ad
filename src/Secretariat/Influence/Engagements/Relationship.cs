using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Who of the team looks after an organisation, and after how many days without contact it is missed.</summary>
public sealed class Relationship : Record, IHoldsPersonalData
{
    public const int MaxRhythm = 730;

    private Relationship() { }

    /// <param name="since">From when the rhythm runs, where there was no contact yet.</param>
    public Relationship(Guid organisation, DateOnly since) => (Organisation, Since) = (organisation, since);

    public Guid Organisation { get; private set; }
    public Guid? Owner { get; private set; }

    /// <summary>Null where nobody misses a contact.</summary>
    public int? RhythmDays { get; private set; }

    public DateOnly Since { get; private set; }
    public bool Invented { get; set; }

    public void Look(Guid? owner, int? rhythmDays)
    {
        if (rhythmDays is < 7 or > MaxRhythm) throw new RuleBroken($"Between 7 and {MaxRhythm} days, or nothing.", "Rhythm");
        (Owner, RhythmDays) = (owner, rhythmDays);
    }

    /// <summary>When the next contact is due: as agreed at the last one, or by the rhythm; null when it is not.</summary>
    public static DateOnly? Due(DateOnly? last, DateOnly? agreed, int? rhythm, DateOnly since) =>
        agreed is { } next ? next : rhythm is { } days ? (last ?? since).AddDays(days) : null;

    internal void Forget() => Owner = null;
}
