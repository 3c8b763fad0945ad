using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.ByHand;

/// <summary>Something done outside the system: entered with its date and a file or link, it counts, and always shows who entered it.</summary>
public sealed class HandEvidence : Record, IHoldsPersonalData
{
    private HandEvidence() { }

    public HandEvidence(Guid outcome, DateOnly date, string title, string? link, KeptFile? file, Actor by, DateTimeOffset now, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBroken("Say what was done, in a few words.", "Title");
        if (date > today) throw new RuleBroken("Evidence is of something done: its date is today or earlier.", "Date");
        if (string.IsNullOrWhiteSpace(link) && file is null) throw new RuleBroken("Give a file or a link that shows it: what cannot be shown does not count.", "Link");
        (Outcome, Date, Title, Link) = (outcome, date, title.Trim(), WebAddress.Checked(link, "Link"));
        (FileHash, FileName, FileType) = (file?.Hash, file?.Name, file?.Type);
        (EnteredBy, EnteredByName, EnteredAt) = (by.Person, by.Name, now);
    }

    public Guid Outcome { get; private set; }
    public DateOnly Date { get; private set; }
    public string Title { get; private set; } = "";
    public string? Link { get; private set; }
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }
    public Guid? EnteredBy { get; private set; }
    public string EnteredByName { get; private set; } = "";
    public DateTimeOffset EnteredAt { get; private set; }

    /// <summary>Why it was taken back; it stays to be seen and no longer counts.</summary>
    public string? TakenBack { get; private set; }

    public bool Counts => TakenBack is null;

    /// <summary>A plan counts what was done in its own year; its road alone lies before it.</summary>
    public static void Within(PlanYear year, Outcome outcome, DateOnly date)
    {
        if (outcome.Counts.Contains(Road.PlanRoad.Code) || (year.First <= date && date <= year.Last)) return;
        throw new RuleBroken($"This plan counts what was done from {year.First.Long()} to {year.Last.Long()}.", "Date");
    }

    public void TakeBack(string reason)
    {
        if (TakenBack is not null) throw new RuleBroken("This evidence is already taken back.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("Say why it is taken back.", "Reason");
        TakenBack = reason.Trim();
    }

    internal void Forget() => (EnteredBy, EnteredByName) = (null, "a former colleague");
}

/// <summary>A file that the store keeps, with the name it came under.</summary>
public sealed record KeptFile(string Hash, string Name, string Type);
