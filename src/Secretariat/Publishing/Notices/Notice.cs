using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Notices;

/// <summary>A one-off letter to an audience: written, read as a letter, sent. Once it is sent its words and its audience stand.</summary>
public sealed class Notice : Record, IHoldsPersonalData
{
    public const int MaxSubject = 150, MaxText = 20_000;
    private const string Former = "a former colleague";

    private Notice() { }

    public Notice(NoticeDraft draft, Actor by, DateTimeOffset now)
    {
        (Writer, WriterName, WrittenAt) = (by.Person, by.Name, now);
        Write(draft);
    }

    public string Subject { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public string Html { get; private set; } = "";
    public ItemKind Kind { get; private set; }

    /// <summary>The code of the audience; its name and its conditions are kept as they were when it was sent.</summary>
    public string Audience { get; private set; } = "";

    public string? AudienceName { get; private set; }
    public string? Conditions { get; private set; }

    /// <summary>What it is about, for a hold on one theme; null when on none.</summary>
    public string? Theme { get; private set; }

    public bool Invented { get; init; }
    public Guid? Writer { get; private set; }
    public string WriterName { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public Guid? Sender { get; private set; }
    public string? SenderName { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public string? SentHash { get; private set; }
    public Guid? Batch { get; private set; }
    public int SentTo { get; private set; }

    /// <summary>Its readers are of members or of the Board. Others may leave notices, by a link in each.</summary>
    public bool OfTheNetwork { get; private set; }

    public bool IsSent => SentAt is not null;

    /// <summary>Its words and its readers are those that somebody read before they pressed.</summary>
    public bool IsAsSent => IsSent && SentHash == HashFor(Conditions!);

    /// <summary>Of all that somebody reads before they press: the words and their kind, whom they go to, and what may hold them back.</summary>
    /// <param name="conditions">Those of its audience, as they are then.</param>
    public string HashFor(string conditions) => CanonicalJson.Hash(CanonicalJson.Of(new System.Text.Json.Nodes.JsonObject
    {
        ["subject"] = Subject,
        ["text"] = Html,
        ["kind"] = Kind.ToString(),
        ["theme"] = Theme,
        ["audience"] = Audience,
        ["conditions"] = conditions,
    }));

    public void Write(NoticeDraft draft)
    {
        if (IsSent) throw new RuleBroken("This notice has been sent: its words stay as they went. Write a new one.");
        if (draft.Kind == ItemKind.Statement) throw new RuleBroken("A statement says what members want or think, and leaves only with their agreement: ask them in a round. If this only reports facts, choose information.", "Kind");
        if (!Enum.IsDefined(draft.Kind)) throw new RuleBroken("Choose what kind of text this is.", "Kind");
        if (string.IsNullOrWhiteSpace(draft.Subject)) throw new RuleBroken("Give it a subject: it is the first thing that people read.", "Subject");
        if (draft.Subject.Trim().Length > MaxSubject || draft.Subject.Any(char.IsControl)) throw new RuleBroken($"Keep the subject on one line and under {MaxSubject} letters.", "Subject");
        if (string.IsNullOrWhiteSpace(draft.Markdown)) throw new RuleBroken("Write what it says.", "Text");
        if (draft.Markdown.Length > MaxText) throw new RuleBroken($"Keep it under {MaxText:N0} letters.", "Text");
        if (string.IsNullOrWhiteSpace(draft.Audience)) throw new RuleBroken("Choose whom it goes to.", "Audience");
        Holes.Refuse(draft.Subject, "Subject");
        var html = SmallHtml.FromMarkdown(draft.Markdown);
        (Subject, Markdown, Html, Kind) = (draft.Subject.Trim(), draft.Markdown.ReplaceLineEndings("\n").Trim(), html, draft.Kind);
        (Audience, Theme) = (draft.Audience.Trim(), string.IsNullOrWhiteSpace(draft.Theme) ? null : draft.Theme.Trim());
    }

    /// <param name="read">The hash of what was on the screen.</param>
    /// <returns>The batch of its letters.</returns>
    public Guid Send(string? read, NoticeReaders to, Actor by, DateTimeOffset now)
    {
        if (IsSent) throw new RuleBroken("This notice has been sent already.");
        if (read != HashFor(to.Conditions)) throw new RuleBroken("It, or its audience, was changed while you were reading it. Read it again below, then send it.");
        if (to.Count == 0) throw new RuleBroken("Nobody would get it today. Choose another audience, or add people and their positions first.");
        (Sender, SenderName, SentAt, SentHash, SentTo) = (by.Person, by.Name, now, read, to.Count);
        (AudienceName, Conditions, OfTheNetwork) = (to.Audience, to.Conditions, to.OfTheNetwork);
        return (Batch = Guid.CreateVersion7()).Value;
    }

    internal void Forget(Guid person)
    {
        if (Writer == person) (Writer, WriterName) = (null, Former);
        if (Sender == person) (Sender, SenderName) = (null, Former);
    }
}

public sealed record NoticeDraft(string? Subject, string? Markdown, string? Audience, ItemKind Kind, string? Theme = null);

/// <summary>Whom a notice goes to on its day.</summary>
public sealed record NoticeReaders(string Audience, string Conditions, bool OfTheNetwork, int Count);
