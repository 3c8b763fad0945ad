using System.Text.Json.Nodes;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// What a bulletin says, as values: this is what is approved, hashed, kept and sent. The letter and its plain text are both
/// made from it, and neither is ever hashed.
/// </summary>
public sealed record EditionContent(string Subject, string Intro, IReadOnlyList<ContentItem> Items)
{
    /// <summary>RFC 8785, so that the same words always have the same hash.</summary>
    public string Canonical() => CanonicalJson.Of(new JsonObject
    {
        ["subject"] = Subject,
        ["intro"] = Intro,
        ["items"] = new JsonArray([.. Items.Select(i => i.ToJson())]),
    });

    public string Hash() => CanonicalJson.Hash(Canonical());

    /// <summary>Under which mandates its statements leave.</summary>
    public IReadOnlyList<Guid> Mandates => [.. Items.Select(i => i.Mandate).OfType<Guid>().Distinct()];

    public static EditionContent Parse(string canonical)
    {
        var root = JsonNode.Parse(canonical)!.AsObject();
        return new EditionContent(root["subject"]!.GetValue<string>(), root["intro"]!.GetValue<string>(), [.. root["items"]!.AsArray().Select(i => ContentItem.Parse(i!.AsObject()))]);
    }
}

/// <param name="About">The members' names, in the order they are shown; for all together, the network's word for it.</param>
public sealed record ContentItem(Guid Item, ItemKind Kind, string Heading, string Html, IReadOnlyList<ItemLink> Links, IReadOnlyList<string> About, string FiguresSource)
{
    /// <summary>For a statement: the mandate under which it leaves.</summary>
    public Guid? Mandate { get; init; }

    /// <summary>For a statement: the lines that stand under its text.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    /// <summary>Its words as a statement's, to be held against the agreement.</summary>
    internal Statement AsStatement => new(new RoundText(Heading, Html, [.. Links.Select(l => new TextLink(l.Text, l.Url))]));

    internal JsonNode ToJson()
    {
        var json = Plain();
        if (Kind != ItemKind.Statement) return json;
        json["mandate"] = Mandate?.ToString();
        json["under"] = new JsonArray([.. Under.Select(u => JsonValue.Create(u))]);
        return json;
    }

    private JsonObject Plain() => new()
    {
        ["id"] = Item.ToString(),
        ["kind"] = Kind.ToString(),
        ["heading"] = Heading,
        ["text"] = Html,
        ["links"] = new JsonArray([.. Links.Select(l => new JsonObject { ["text"] = l.Text, ["url"] = l.Url })]),
        ["about"] = new JsonArray([.. About.Select(a => JsonValue.Create(a))]),
        ["source"] = FiguresSource,
    };

    internal static ContentItem Parse(JsonObject item) => new(
        Guid.Parse(item["id"]!.GetValue<string>()),
        Enum.Parse<ItemKind>(item["kind"]!.GetValue<string>()),
        item["heading"]!.GetValue<string>(),
        item["text"]!.GetValue<string>(),
        [.. item["links"]!.AsArray().Select(l => new ItemLink(l!["text"]!.GetValue<string>(), l["url"]!.GetValue<string>()))],
        [.. item["about"]!.AsArray().Select(a => a!.GetValue<string>())],
        item["source"]!.GetValue<string>())
    {
        Mandate = item["mandate"] is { } mandate ? Guid.Parse(mandate.GetValue<string>()) : null,
        Under = [.. item["under"]?.AsArray().Select(u => u!.GetValue<string>()) ?? []],
    };
}
