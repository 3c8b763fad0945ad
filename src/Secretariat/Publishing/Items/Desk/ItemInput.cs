using System.ComponentModel.DataAnnotations;

namespace Secretariat.Publishing.Items.Desk;

/// <summary>What the form for an item holds.</summary>
public sealed class ItemInput
{
    [StringLength(400)] public string? Heading { get; set; }
    [StringLength(20_000)] public string? Text { get; set; }
    public ItemKind? Kind { get; set; }

    /// <summary>For a statement that is none after all: what it is.</summary>
    public ItemKind? Other { get; set; }

    [MaxLength(20)] public List<LinkInput> Links { get; set; } = [];
    public Circulation Circulation { get; set; } = Circulation.Members;
    [DataType(DataType.Date)] public DateOnly? PublicFrom { get; set; }

    /// <summary>E-mail addresses, one a line.</summary>
    [StringLength(10_000)] public string? Named { get; set; }

    [StringLength(200)] public string? PermittedBy { get; set; }
    public List<Guid> About { get; set; } = [];
    public bool AboutAll { get; set; }
    [StringLength(400, ErrorMessage = "Keep the source under 400 letters.")] public string? FiguresSource { get; set; }
    [StringLength(40)] public string? Theme { get; set; }

    /// <summary>As it was when the form was opened: two windows cannot both win.</summary>
    public int Version { get; set; }

    public static ItemInput Of(Item item, IEnumerable<string> named) => new()
    {
        Heading = item.Heading,
        Text = item.Markdown,
        Kind = item.Kind,
        Links = [.. item.Links.Select(l => new LinkInput { Text = l.Text, Url = l.Url })],
        Circulation = item.Circulation,
        PublicFrom = item.PublicFrom,
        Named = string.Join('\n', named),
        About = item.About,
        AboutAll = item.AboutAll,
        FiguresSource = item.FiguresSource,
        Theme = item.Theme,
        Version = item.Version,
    };

    public ItemDraft ToDraft(IReadOnlyList<Guid> named) => new(Heading ?? "", Text ?? "", Kind ?? (ItemKind)(-1))
    {
        Links = [.. Links.Where(l => !string.IsNullOrWhiteSpace(l.Text) || !string.IsNullOrWhiteSpace(l.Url)).Select(l => new ItemLink(l.Text ?? "", l.Url ?? ""))],
        Circulation = Circulation,
        PublicFrom = PublicFrom,
        Named = named,
        About = About,
        AboutAll = AboutAll,
        FiguresSource = FiguresSource,
        Theme = Theme,
        PermittedBy = PermittedBy,
    };

    /// <summary>For a statement, whose words are not typed: where it belongs and how wide it may travel.</summary>
    public Placing ToPlacing(IReadOnlyList<Guid> named) => ToDraft(named).Placing;

    /// <summary>Empty rows to type further links into.</summary>
    public void MakeRoom()
    {
        Links.RemoveAll(l => string.IsNullOrWhiteSpace(l.Text) && string.IsNullOrWhiteSpace(l.Url));
        Links.Add(new());
        while (Links.Count < 3) Links.Add(new());
    }
}

public sealed class LinkInput
{
    [StringLength(200)] public string? Text { get; set; }
    [StringLength(2000)] public string? Url { get; set; }
}
