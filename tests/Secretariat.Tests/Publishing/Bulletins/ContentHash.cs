using System.Text.Json.Nodes;
using CsCheck;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class ContentHash
{
    private static readonly Gen<string> Words = Gen.OneOf(Gen.String[0, 20], Written.OneOf("\"", "\\", "é", "\u2028", "\n", "<p>x</p>", "😀"));
    private static readonly Gen<ItemLink> Link = Gen.Select(Words, Words, (t, u) => new ItemLink(t, u));
    private static readonly Gen<ContentItem> Item = Gen.Select(Gen.Guid, Written.OneOf(ItemKind.Success, ItemKind.Information), Words, Words, Link.Array[0, 3], Words.Array[0, 3], Words,
        (id, kind, heading, html, links, about, source) => new ContentItem(id, kind, heading, html, links, about, source));
    private static readonly Gen<EditionContent> Content = Gen.Select(Words, Words, Item.Array[1, 4], (s, i, items) => new EditionContent(s, i, items));

    [Fact]
    public void The_same_content_has_the_same_hash_and_can_be_read_back() => Content.Sample(content =>
    {
        var again = EditionContent.Parse(content.Canonical());

        again.Hash().ShouldBe(content.Hash());
        again.Canonical().ShouldBe(content.Canonical());
    });

    [Fact]
    public void Any_change_of_the_content_changes_the_hash() => Gen.Select(Content, Words.Where(w => w.Length > 0), Gen.Int[0, 8]).Sample((content, extra, where) =>
    {
        var first = content.Items[0];
        var changed = where switch
        {
            0 => content with { Subject = content.Subject + extra },
            1 => content with { Intro = content.Intro + extra },
            2 => content with { Items = [first with { Heading = first.Heading + extra }, .. content.Items.Skip(1)] },
            3 => content with { Items = [first with { Html = first.Html + extra }, .. content.Items.Skip(1)] },
            4 => content with { Items = [first with { Links = [.. first.Links, new(extra, extra)] }, .. content.Items.Skip(1)] },
            5 => content with { Items = [first with { Kind = ItemKind.Announcement }, .. content.Items.Skip(1)] },
            6 => content with { Items = [first with { About = [.. first.About, extra] }, .. content.Items.Skip(1)] },
            7 => content with { Items = [.. content.Items, first] },
            _ => content with { Items = [first with { FiguresSource = first.FiguresSource + extra }, .. content.Items.Skip(1)] },
        };

        changed.Hash().ShouldNotBe(content.Hash());
    });

    [Fact]
    public void The_order_of_the_items_counts() => Content.Where(c => c.Items.Count > 1 && c.Items[0].Item != c.Items[^1].Item).Sample(content =>
        (content with { Items = [.. content.Items.Reverse()] }).Hash().ShouldNotBe(content.Hash()));

    [Fact]
    public void The_order_of_the_fields_does_not() => Gen.Select(Gen.Dictionary(Gen.String[1, 5], Gen.Long[-9_007_199_254_740_991, 9_007_199_254_740_991])[1, 8], Gen.Int).Sample((fields, seed) =>
    {
        var shuffled = fields.ToArray();
        new Random(seed).Shuffle(shuffled);

        CanonicalJson.Of(Map(shuffled)).ShouldBe(CanonicalJson.Of(Map(fields)));
    });

    /// <summary>The example of RFC 8785, section 3.2.3, without its fractions.</summary>
    [Fact]
    public void The_canonical_form_is_that_of_the_standard() =>
        CanonicalJson.Of(JsonNode.Parse("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew","1":"One","\ud83d\ude00":"Smiley","\u0080":"Control\u007f","\u00f6":"O","literals":[null,true,false],"string":"\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/"}"""))
            .ShouldBe("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\u0080\":\"Control\u007f\",\"ö\":\"O\",\"€\":\"Euro Sign\",\"😀\":\"Smiley\",\"\ufb33\":\"Hebrew\"}");

    private static JsonObject Map(IEnumerable<KeyValuePair<string, long>> fields)
    {
        var map = new JsonObject();
        foreach (var (name, value) in fields) map[name] = value;
        return map;
    }
}
