using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Publishing.Items;

/// <summary>One piece of news: what it says, what kind it is, whom it is about and how wide it may travel.</summary>
public sealed class Item : Record, IHoldsPersonalData
{
    public const int MaxHeading = 160;
    public const int MaxText = 6000;
    private const int MaxLinks = 8;

    private Item() { }

    public Item(ItemDraft draft, DateTimeOffset now)
    {
        Circulation = draft.Circulation;
        WrittenAt = now;
        Write(draft);
    }

    public string Heading { get; private set; } = "";

    /// <summary>As it was typed.</summary>
    public string Markdown { get; private set; } = "";

    /// <summary>What <see cref="Markdown"/> says, in the small HTML that goes out and is hashed.</summary>
    public string Html { get; private set; } = "";

    public IReadOnlyList<ItemLink> Links { get; private set; } = [];
    public ItemKind Kind { get; private set; }
    public Circulation Circulation { get; private set; }

    /// <summary>For a public item: the first day; until then it is for members only. Null: at once.</summary>
    public DateOnly? PublicFrom { get; private set; }

    public List<Guid> Named { get; private set; } = [];
    public List<Guid> About { get; private set; } = [];
    public bool AboutAll { get; private set; }
    public string? FiguresSource { get; private set; }
    public string? Theme { get; private set; }
    public string? PermittedBy { get; private set; }
    public bool Invented { get; init; }
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>How wide it may travel on a day.</summary>
    public Circulation WidthOn(DateOnly day) => Circulation == Circulation.Public && PublicFrom > day ? Circulation.Members : Circulation;

    public void Write(ItemDraft draft)
    {
        // Everything is checked before anything is taken over: a refused edit leaves the item whole.
        Refuse(draft);
        var html = SmallHtml.FromMarkdown(draft.Markdown);
        IReadOnlyList<ItemLink> links = [.. draft.Links.Select(l => ItemLink.Checked(l.Text, l.Url))];
        Holes.Refuse(draft.Heading, nameof(Heading));
        Holes.Refuse(draft.FiguresSource, nameof(FiguresSource));
        (Heading, Markdown, Html) = (draft.Heading.Trim(), draft.Markdown.ReplaceLineEndings("\n").Trim(), html);
        Links = links;
        Kind = draft.Kind;
        About = draft.AboutAll ? [] : [.. draft.About.Distinct()];
        AboutAll = draft.AboutAll;
        FiguresSource = Blank(draft.FiguresSource);
        Theme = Blank(draft.Theme);
        PermittedBy = Widens(draft) ? Blank(draft.PermittedBy) : PermittedBy;
        Circulation = draft.Circulation;
        PublicFrom = draft.Circulation == Circulation.Public ? draft.PublicFrom : null;
        Named = draft.Circulation == Circulation.NamedPeople ? [.. draft.Named.Distinct()] : [];
    }

    private void Refuse(ItemDraft draft)
    {
        if (draft.Kind == ItemKind.Statement)
            throw new RuleBroken("A statement says what members want or think, so it needs their agreement first: it cannot be written as an item. If it only reports facts, choose information.", nameof(Kind));
        if (!Enum.IsDefined(draft.Kind)) throw new RuleBroken("Choose what kind of item this is.", nameof(Kind));
        if (string.IsNullOrWhiteSpace(draft.Heading)) throw new RuleBroken("Give the item a heading.", nameof(Heading));
        if (draft.Heading.Trim().Length > MaxHeading) throw new RuleBroken($"Keep the heading under {MaxHeading} letters.", nameof(Heading));
        if (string.IsNullOrWhiteSpace(draft.Markdown)) throw new RuleBroken("Write the item's text.", "Text");
        if (draft.Markdown.Length > MaxText) throw new RuleBroken($"Keep the text under {MaxText:N0} letters, and link to the rest.", "Text");
        if (draft.Links.Count > MaxLinks) throw new RuleBroken($"An item can have {MaxLinks} links at most.", "Links");
        if (draft.Circulation == Circulation.NamedPeople && draft.Named.Count == 0)
            throw new RuleBroken("Say who the named people are, or choose a wider circulation.", nameof(Named));
        if (Widens(draft) && string.IsNullOrWhiteSpace(draft.PermittedBy))
            throw new RuleBroken($"This widens the circulation from “{Circulation.Words(PublicFrom).ToLowerInvariant()}”. Say who permitted it.", nameof(PermittedBy));
    }

    private bool Widens(ItemDraft draft) =>
        Html.Length > 0 && (draft.Circulation > Circulation
            || draft.Circulation == Circulation.Public && Circulation == Circulation.Public && (draft.PublicFrom ?? DateOnly.MinValue) < (PublicFrom ?? DateOnly.MinValue));

    internal void Forget(Guid person) => Named = [.. Named.Where(n => n != person)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
