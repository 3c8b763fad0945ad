using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// What a bulletin says, after the gate: letters are made from this and from nothing else. Each statement in it stands here as what a
/// mandate released; one that was refused stands as a gap that says why.
/// </summary>
public sealed class PassedContent
{
    /// <summary>In a list of refusals: the introduction's.</summary>
    internal static readonly Guid TheIntro = Guid.Empty;

    /// <summary>The subject line's.</summary>
    internal static readonly Guid TheSubject = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private readonly string? _introRefused, _subjectRefused;

    private PassedContent(EditionContent content, IReadOnlyList<PassedItem> items, string? introRefused, string? subjectRefused) =>
        (Content, Items, _introRefused, _subjectRefused) = (content, items, introRefused, subjectRefused);

    public EditionContent Content { get; }
    public string Subject => _subjectRefused is null ? Content.Subject : "This subject does not leave";
    public string Intro => _introRefused is { } why ? Gap(why) : Content.Intro;
    public IReadOnlyList<PassedItem> Items { get; }

    /// <summary>The statements that it carries.</summary>
    public IReadOnlyList<ReleasedText> Released => [.. Items.Select(i => i.Text).OfType<ReleasedText>()];

    /// <param name="released">What the mandates let out.</param>
    /// <param name="refused">Why an item may not leave.</param>
    public static PassedContent Of(EditionContent content, IReadOnlyCollection<ReleasedText> released, IReadOnlyDictionary<Guid, string>? refused = null)
    {
        var items = content.Items.Select(i => PassedItem.Of(i, released, refused?.GetValueOrDefault(i.Item))).ToList();
        return new PassedContent(content, items, refused?.GetValueOrDefault(TheIntro), refused?.GetValueOrDefault(TheSubject));
    }

    /// <summary>By item: why it may not leave.</summary>
    public IReadOnlyDictionary<Guid, string> Refused => Items.Where(i => i.Refused is not null).DistinctBy(i => i.Item).ToDictionary(i => i.Item, i => i.Refused!);

    /// <summary>Nothing leaves with a gap in it.</summary>
    public void Require()
    {
        if (_subjectRefused is { } line) throw new RuleBroken($"The subject cannot leave. {line}");
        if (_introRefused is { } why) throw new RuleBroken($"The introduction cannot leave. {why}");
        if (Items.FirstOrDefault(i => i.Refused is not null) is { } gap) throw new RuleBroken($"“{gap.Called}” cannot leave. {gap.Refused}");
    }

    internal static string Gap(string why) => $"<p><em>This does not leave. {System.Net.WebUtility.HtmlEncode(why)}</em></p>";
}

/// <summary>One item as letters show it.</summary>
public sealed class PassedItem
{
    private PassedItem(ContentItem item, string? refused)
    {
        // The heading may be what was refused.
        (Item, Kind, Called, Heading, Refused) = (item.Item, item.Kind, item.Heading, refused is null ? item.Heading : "Left out", refused);
        (Html, Links, About, FiguresSource) = refused is null ? (item.Html, item.Links, item.About, item.FiguresSource) : (PassedContent.Gap(refused), [], [], "");
    }

    // A statement's words come from what was released, not from what stands beside it.
    private PassedItem(Guid item, ReleasedText text)
    {
        (Item, Called) = (item, text.Text.Subject);
        (Kind, Heading, Html, About, FiguresSource) = (ItemKind.Statement, text.Text.Subject, text.Text.Html, [], "");
        (Links, Under, Text) = ([.. text.Text.Links.Select(l => new ItemLink(l.Text, l.Url))], text.Lines, text);
    }

    public Guid Item { get; }
    public ItemKind Kind { get; }
    public string Heading { get; }

    /// <summary>Its heading for the desk, when it stands in the letter as a gap, too.</summary>
    internal string Called { get; }

    public string Html { get; }
    public IReadOnlyList<ItemLink> Links { get; }
    public IReadOnlyList<string> About { get; }
    public string FiguresSource { get; }

    /// <summary>Under a statement: whose view it is, who did not agree, and what they say.</summary>
    public IReadOnlyList<string> Under { get; } = [];

    /// <summary>Why it may not leave.</summary>
    public string? Refused { get; }

    internal ReleasedText? Text { get; }

    internal static PassedItem Of(ContentItem item, IReadOnlyCollection<ReleasedText> released, string? refused)
    {
        if (refused is not null || item.Kind != ItemKind.Statement) return new PassedItem(item, refused);
        var text = released.FirstOrDefault(r => r.Mandate == item.Mandate && r.Hash == item.AsStatement.Hash);
        if (text is null) return new PassedItem(item, "This is a statement, and no mandate let it out.");
        return text.Lines.SequenceEqual(item.Under) ? new PassedItem(item.Item, text) : new PassedItem(item, "What stands under it is no longer what was read: whose view it is, or what those who did not agree say, has changed.");
    }
}
