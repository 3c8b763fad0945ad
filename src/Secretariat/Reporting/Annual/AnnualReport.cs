using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Reporting.Annual;

public enum AnnualState { Collecting, Scheduled, Released, TakenOff }

/// <summary>A year's report on what members achieved: their figures are collected, signed off by them, and released together on one day.</summary>
public sealed class AnnualReport : Record, IHoldsPersonalData
{
    public const int MaxTitle = 160, MaxIntroduction = 6000, MaxSource = 400, MaxWhy = 300;
    internal const string NoStatement = "This is a statement, and no statement leaves without the members’ agreement. Put its text to them in a round.";
    private const string Former = "a former colleague";

    private AnnualReport() { }

    public AnnualReport(Guid plan, string year, string? title, DateOnly closes, DateOnly today, DateTimeOffset now)
    {
        if (closes <= today) throw new RuleBroken("Choose a later day: members need some days to answer.", "Closes");
        if (closes > today.AddYears(1)) throw new RuleBroken("That is more than a year ahead. Choose an earlier day.", "Closes");
        (Plan, Year, Closes, OpenedAt) = (plan, year, closes, now);
        Say(title, "", "");
    }

    public Guid Plan { get; private set; }

    /// <summary>As in addresses: "2017-18".</summary>
    public string Year { get; private set; } = "";

    public AnnualState State { get; private set; }
    public string Title { get; private set; } = "";
    public string Introduction { get; private set; } = "";

    /// <summary>Where the figures of all members together come from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The last day for figures.</summary>
    public DateOnly Closes { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The <see cref="AnnualContent"/> as it was approved, as JSON.</summary>
    public string Content { get; private set; } = "";

    public string? ApprovedHash { get; private set; }
    public string? ApprovedBy { get; private set; }
    public Guid? Approver { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateTimeOffset? GoesAt { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public string? TakenOffWhy { get; private set; }

    /// <summary>Why it waits for an approval again.</summary>
    public string? Returned { get; private set; }

    public bool Invented { get; init; }
    public string Path => $"/report/{Year}";

    /// <summary>Figures and words may still change.</summary>
    public bool IsOpen => State is AnnualState.Collecting or AnnualState.TakenOff;

    public AnnualContent? Approved => Content.Length == 0 ? null : AnnualContent.Read(Content);

    public void Say(string? title, string? introduction, string? source)
    {
        if (!IsOpen) throw new RuleBroken("It is approved. Take the approval back before you change it.");
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBroken("Give it a title.", "Title");
        if (title.Trim().Length > MaxTitle || title.Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {MaxTitle} letters.", "Title");
        if (introduction?.Length > MaxIntroduction) throw new RuleBroken($"Keep it under {MaxIntroduction:N0} letters.", "Introduction");
        if (source?.Trim().Length > MaxSource || source?.Any(char.IsControl) == true) throw new RuleBroken($"Keep it on one line and under {MaxSource} letters.", "Source");
        (Title, Introduction, Source) = (title.Trim(), introduction?.ReplaceLineEndings("\n").Trim() ?? "", source?.Trim() ?? "");
    }

    /// <param name="read">The hash of what the approver read.</param>
    /// <param name="content">What would go out now.</param>
    public void Approve(string? read, AnnualContent content, ItemKind? kind, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        if (!IsOpen) throw new RuleBroken("It is approved already.");
        if (kind == ItemKind.Statement) throw new RuleBroken(NoStatement, "Kind");
        if (kind is not (ItemKind.Information or ItemKind.Success)) throw new RuleBroken("Say what it is: information, or a success of the members’.", "Kind");
        if (content.Members.Count == 0) throw new RuleBroken("No member has signed its figures off yet.");
        if (content.Introduction.Length == 0) throw new RuleBroken("Write its introduction first.");
        if (content.Source.Length == 0) throw new RuleBroken("Say where the figures of all together come from.");
        if (content.Hash() != read) throw new RuleBroken("It, or a member’s figures, was changed while you were reading it. Read it again below, then approve it.");
        if (at < now) throw new RuleBroken("That time has passed. Choose a later one, or release it now.", "Day");
        if (at > now.AddYears(1)) throw new RuleBroken("That is more than a year ahead. Choose an earlier day.", "Day");
        (State, GoesAt, Content, ApprovedHash, Returned) = (AnnualState.Scheduled, at, content.Json(), read, null);
        (ApprovedBy, Approver, ApprovedAt) = (by.Name, by.Person, now);
    }

    public void Release(DateTimeOffset now)
    {
        if (State != AnnualState.Scheduled) throw new RuleBroken("It is not approved for now.");
        if (Approved!.Hash() != ApprovedHash) throw new RuleBroken("What is stored is not what was approved.");
        (State, GoesAt, ReleasedAt, TakenOffWhy) = (AnnualState.Released, null, ReleasedAt ?? now, null);
    }

    /// <param name="because">As a clause; null when somebody thought better of it.</param>
    public void TakeApprovalBack(string? because)
    {
        if (State != AnnualState.Scheduled) throw new RuleBroken("It is not waiting for its hour.");
        // One that was out before is off again: its address goes on saying why.
        (State, GoesAt, Content, ApprovedHash) = (TakenOffWhy is null ? AnnualState.Collecting : AnnualState.TakenOff, null, "", null);
        Returned = because is null ? null : $"It was not released: {because}.";
    }

    public void TakeOff(string? why)
    {
        if (State != AnnualState.Released) throw new RuleBroken("It is not out.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say why: whoever comes back to its address reads it.", "Why");
        if (why.Trim().Length > MaxWhy || why.Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {MaxWhy} letters.", "Why");
        (State, TakenOffWhy) = (AnnualState.TakenOff, why.Trim());
    }

    public DateTimeOffset ClosesAt(TimeZoneInfo zone) => Closes.At(new TimeOnly(17, 0), zone);

    internal void ForgetApprover() => (ApprovedBy, Approver) = (ApprovedBy is null ? null : Former, null);
}
