using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
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

    /// <summary>A statement: its words are the released ones, to the letter, and are never typed here.</summary>
    public static Item Under(ReleasedText text, Placing placing, bool invented, DateTimeOffset now)
    {
        var item = new Item { Invented = invented, Circulation = placing.Circulation, WrittenAt = now };
        (item.Kind, item.Mandate, item.Heading, item.Html) = (ItemKind.Statement, text.Mandate, text.Text.Subject, text.Text.Html);
        item.Markdown = PlainText.From(text.Text.Html);
        // As they were agreed: an address that was given another form would be another text.
        item.Links = [.. text.Text.Links.Select(l => new ItemLink(l.Text, l.Url))];
        item.Put(placing);
        return item;
    }

    public string Heading { get; private set; } = "";

    /// <summary>For a statement: the mandate under which it leaves.</summary>
    public Guid? Mandate { get; private set; }

    /// <summary>What it says, as a statement's words; whether they are the agreed ones is asked at the gate.</summary>
    public Statement AsStatement => new(new RoundText(Heading, Html, [.. Links.Select(l => new TextLink(l.Text, l.Url))]));

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
        if (Kind == ItemKind.Statement)
        {
            if (draft.Kind != ItemKind.Statement) throw new RuleBroken("This is a statement. To say that it is none has a button of its own below, because the Board’s Chairs are told.");
            if (Differs(draft)) throw new RuleBroken("These are the words that members agreed to, and nobody may change them here. Take this item out, or ask members again.");
            Put(draft.Placing);
            return;
        }
        Refuse(draft);
        var html = SmallHtml.FromMarkdown(draft.Markdown);
        IReadOnlyList<ItemLink> links = [.. draft.Links.Select(l => ItemLink.Checked(l.Text, l.Url))];
        Holes.Refuse(draft.Heading, nameof(Heading));
        Holes.Refuse(draft.FiguresSource, nameof(FiguresSource));
        (Heading, Markdown, Html) = (draft.Heading.Trim(), draft.Markdown.ReplaceLineEndings("\n").Trim(), html);
        Links = links;
        Kind = draft.Kind;
        Put(draft.Placing);
    }

    /// <summary>It is no statement after all. Its words stay as they are; whoever changes them now types them.</summary>
    public void BecomeOther(ItemKind kind)
    {
        if (Kind != ItemKind.Statement) throw new RuleBroken("This item is no statement.");
        if (kind == ItemKind.Statement || !Enum.IsDefined(kind)) throw new RuleBroken("Choose what else it is.", "Other");
        (Kind, Mandate) = (kind, null);
    }

    private void Put(Placing placing)
    {
        Refuse(placing);
        var permits = Widens(placing);
        About = placing.AboutAll ? [] : [.. placing.About.Distinct()];
        AboutAll = placing.AboutAll;
        FiguresSource = Blank(placing.FiguresSource);
        Theme = Blank(placing.Theme);
        PermittedBy = permits ? Blank(placing.PermittedBy) : PermittedBy;
        Circulation = placing.Circulation;
        PublicFrom = placing.Circulation == Circulation.Public ? placing.PublicFrom : null;
        Named = placing.Circulation == Circulation.NamedPeople ? [.. placing.Named.Distinct()] : [];
    }

    // A form that does not show the words sends none.
    private bool Differs(ItemDraft draft) =>
        (draft.Heading.Trim().Length > 0 && draft.Heading.Trim() != Heading) || (draft.Markdown.Trim().Length > 0 && draft.Markdown.ReplaceLineEndings("\n").Trim() != Markdown) || draft.Links.Count > 0 && !draft.Links.SequenceEqual(Links);

    private void Refuse(ItemDraft draft)
    {
        if (draft.Kind == ItemKind.Statement)
            throw new RuleBroken("A statement says what members want or think, so it needs their agreement first: it cannot be written as an item. Take in one that has a mandate, or ask members in a round. If it only reports facts, choose information.", nameof(Kind));
        if (!Enum.IsDefined(draft.Kind)) throw new RuleBroken("Choose what kind of item this is.", nameof(Kind));
        if (string.IsNullOrWhiteSpace(draft.Heading)) throw new RuleBroken("Give the item a heading.", nameof(Heading));
        if (draft.Heading.Trim().Length > MaxHeading) throw new RuleBroken($"Keep the heading under {MaxHeading} letters.", nameof(Heading));
        if (string.IsNullOrWhiteSpace(draft.Markdown)) throw new RuleBroken("Write the item's text.", "Text");
        if (draft.Markdown.Length > MaxText) throw new RuleBroken($"Keep the text under {MaxText:N0} letters, and link to the rest.", "Text");
        if (draft.Links.Count > MaxLinks) throw new RuleBroken($"An item can have {MaxLinks} links at most.", "Links");
        Refuse(draft.Placing);
    }

    private void Refuse(Placing placing)
    {
        if (placing.Circulation == Circulation.NamedPeople && placing.Named.Count == 0)
            throw new RuleBroken("Say who the named people are, or choose a wider circulation.", nameof(Named));
        if (Widens(placing) && string.IsNullOrWhiteSpace(placing.PermittedBy))
            throw new RuleBroken($"This widens the circulation from “{Circulation.Words(PublicFrom).ToLowerInvariant()}”. Say who permitted it.", nameof(PermittedBy));
    }

    private bool Widens(Placing draft) =>
        Html.Length > 0 && (draft.Circulation > Circulation
            || draft.Circulation == Circulation.Public && Circulation == Circulation.Public && (draft.PublicFrom ?? DateOnly.MinValue) < (PublicFrom ?? DateOnly.MinValue));

    internal void Forget(Guid person) => Named = [.. Named.Where(n => n != person)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
