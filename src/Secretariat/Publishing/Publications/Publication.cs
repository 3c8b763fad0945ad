using System.Text.Json.Nodes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>
/// A file that the network publishes: what it is, whom it is about and how wide it may travel. What was approved stands as it was
/// approved; whoever changes anything of it asks for another approval first.
/// </summary>
public sealed class Publication : Record, IHoldsPersonalData
{
    public const int MaxTitle = 160, MaxSummary = 600, MaxSlug = 100, MaxWhy = 300;
    private const string Former = "a former colleague";

    private Publication() { }

    public Publication(string slug, PublicationDraft draft, PublicationFile file)
    {
        Slug = slug;
        Circulation = draft.Circulation;
        Write(draft, file);
    }

    /// <summary>Its name in addresses; it stays when the title changes.</summary>
    public string Slug { get; private set; } = "";

    public WebState State { get; private set; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>The day that stands on it, which may be long before it came here.</summary>
    public DateOnly Date { get; private set; }

    public string? Theme { get; private set; }
    public Circulation Circulation { get; private set; }
    public List<Guid> About { get; private set; } = [];
    public bool AboutAll { get; private set; }
    public string? FiguresSource { get; private set; }
    public string? PermittedBy { get; private set; }
    public string FileHash { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public string FileType { get; private set; } = "";
    public string FileKind { get; private set; } = "";
    public long Bytes { get; private set; }
    public bool Invented { get; init; }

    public string? ApprovedBy { get; private set; }
    public Guid? Approver { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateTimeOffset? GoesAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When everybody could first read it; what only members were given is not counted.</summary>
    public DateTimeOffset? PublicSince { get; private set; }

    public DateTimeOffset? TakenOffAt { get; private set; }

    /// <summary>What whoever could read it finds at its address since.</summary>
    public string? TakenOffWhy { get; private set; }

    /// <summary>Why it waits for an approval again; null when there is nothing to tell.</summary>
    public string? Returned { get; private set; }

    public string Path => Circulation == Circulation.Public ? $"/publications/{Slug}" : "/my/publications";

    /// <summary>Of all that a reader gets, the bytes of the file and the circulation included.</summary>
    public string Hash() => CanonicalJson.Hash(CanonicalJson.Of(new JsonObject
    {
        ["title"] = Title,
        ["summary"] = Summary,
        ["date"] = Date.ToString("O"),
        ["theme"] = Theme,
        ["circulation"] = Circulation.ToString(),
        ["about"] = new JsonArray([.. About.Order().Select(a => JsonValue.Create(a.ToString()))]),
        ["all"] = AboutAll,
        ["source"] = FiguresSource,
        ["file"] = FileHash,
        ["name"] = FileName,
    }));

    /// <summary>Changes it; what stood approved comes off until somebody approves it anew.</summary>
    /// <param name="file">Another file; null when it stays.</param>
    public void Write(PublicationDraft draft, PublicationFile? file)
    {
        // Everything is checked before anything is taken over.
        Refuse(draft);
        var before = Title.Length > 0 ? Hash() : null;
        (Title, Summary, Date, Theme) = (draft.Title!.Trim(), draft.Summary!.Trim(), draft.Date, Blank(draft.Theme));
        (About, AboutAll, FiguresSource) = (draft.AboutAll ? [] : [.. draft.About.Distinct()], draft.AboutAll, Blank(draft.FiguresSource));
        if (draft.Circulation > Circulation) PermittedBy = Blank(draft.PermittedBy);
        Circulation = draft.Circulation;
        if (file is not null) (FileHash, FileName, FileType, FileKind, Bytes) = (file.Hash, file.Name, file.Type, file.Kind, file.Bytes);
        if (before is null || before == Hash() || State is not (WebState.Scheduled or WebState.Published)) return;
        (State, GoesAt, Returned) = (WebState.Draft, null, "It was changed after it was approved, and nobody can get it until it is approved again.");
    }

    /// <summary>Somebody opened the file and read this page, says that it is no statement, and lets it go.</summary>
    /// <param name="read">The hash of what the approver read.</param>
    public void Approve(string read, ItemKind? kind, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        if (State is WebState.Published) throw new RuleBroken("It is published already.");
        if (kind == ItemKind.Statement) throw new RuleBroken("This is a statement, and no statement leaves without the members’ agreement. Put its text to them in a round.", "Kind");
        if (kind != ItemKind.Information) throw new RuleBroken("Confirm that it is information, and no statement.", "Kind");
        if (Hash() != read) throw new RuleBroken("It was changed while you were reading it. Read it again below, then approve it.");
        if (at < now) throw new RuleBroken("That time has passed. Choose a later one, or publish it now.", "Day");
        if (at > now.AddYears(1)) throw new RuleBroken("That is more than a year ahead. Choose an earlier day.", "Day");
        (State, GoesAt, Returned) = (WebState.Scheduled, at, null);
        (ApprovedBy, Approver, ApprovedAt) = (by.Name, by.Person, now);
    }

    /// <summary>Its hour has come. One that comes back keeps the day on which it first stood there.</summary>
    public void Publish(DateTimeOffset now)
    {
        if (State != WebState.Scheduled) throw new RuleBroken($"It is {State.Words()}.");
        (State, GoesAt, PublishedAt) = (WebState.Published, null, PublishedAt ?? now);
        if (Circulation == Circulation.Public) PublicSince ??= now;
        (TakenOffAt, TakenOffWhy) = (null, null);
    }

    public void VoidApproval(string because)
    {
        if (State != WebState.Scheduled) return;
        (State, GoesAt, Returned) = (WebState.Draft, null, $"It was not published: {because}.");
    }

    /// <summary>Somebody thought better of it before its hour came.</summary>
    public void Unschedule()
    {
        if (State != WebState.Scheduled) throw new RuleBroken($"It is {State.Words()}.");
        (State, GoesAt, Returned) = (WebState.Draft, null, null);
    }

    public void TakeOff(string? why, DateTimeOffset now)
    {
        if (State != WebState.Published) throw new RuleBroken($"It is {State.Words()}.");
        var said = why?.Trim() ?? "";
        if (said.Length == 0) throw new RuleBroken("Say why: whoever comes back to its address reads it.", "Why");
        Line(said, MaxWhy, "Why");
        (State, TakenOffAt, TakenOffWhy) = (WebState.TakenOff, now, said);
    }

    internal void ForgetApprover() => (ApprovedBy, Approver) = (ApprovedBy is null ? null : Former, null);

    private void Refuse(PublicationDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Title)) throw new RuleBroken("Give it a title.", nameof(Title));
        Line(draft.Title.Trim(), MaxTitle, nameof(Title));
        if (string.IsNullOrWhiteSpace(draft.Summary)) throw new RuleBroken("Say in two or three sentences what is in it: people decide by that whether they open it.", nameof(Summary));
        if (draft.Summary.Trim().Length > MaxSummary) throw new RuleBroken($"Keep it under {MaxSummary} letters.", nameof(Summary));
        Holes.Refuse(draft.Summary, nameof(Summary));
        Line(draft.FiguresSource ?? "", 400, nameof(FiguresSource));
        Line(draft.PermittedBy ?? "", 200, nameof(PermittedBy));
        if (draft.Circulation is not (Circulation.Members or Circulation.Public)) throw new RuleBroken("A publication is for members only, or public.", nameof(Circulation));
        if (Title.Length > 0 && draft.Circulation > Circulation && string.IsNullOrWhiteSpace(draft.PermittedBy))
            throw new RuleBroken("This widens the circulation from “members only”. Say who permitted it.", nameof(PermittedBy));
    }

    private static void Line(string line, int most, string field)
    {
        if (line.Length > most || line.Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {most} letters.", field);
        Holes.Refuse(line, field);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
