using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Statements;

/// <summary>
/// What is handed in by hand: the released words, under which mandate, and the hashes of what they rest on, so that whoever gets it
/// can compare each with the round's export. The same once for machines and once for reading.
/// </summary>
/// <param name="To">Whose portal, or to whom the letter goes.</param>
public sealed record SealedFile(Guid Release, ReleasedText Text, Mandate Mandate, Round Round, string LogHash, string Network, ReleaseChannel Channel, string To, string? Sender, DateTimeOffset At)
{
    /// <summary>RFC 8785: the same facts are the same bytes, and so the same hash.</summary>
    public string Json() => CanonicalJson.Of(new JsonObject
    {
        ["network"] = Network,
        ["release"] = Release.ToString(),
        ["released_at"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["by_way_of"] = Channel == ReleaseChannel.Portal ? "portal" : "letter",
        ["to"] = To,
        ["sender"] = Sender,
        ["statement"] = JsonNode.Parse(Text.Text.Canonical()),
        ["statement_sha256"] = Text.Hash,
        ["under_the_text"] = Texts(Text.Lines),
        ["mandate"] = new JsonObject
        {
            ["id"] = Mandate.Id.ToString(),
            ["rule"] = Mandate.RuleName,
            ["view_of"] = Mandate.Whose,
            ["agreed"] = Texts(Mandate.Agreed),
            ["asked"] = Mandate.Asked,
            ["until"] = Mandate.Until?.Iso(),
        },
        ["round"] = new JsonObject
        {
            ["id"] = Round.Id.ToString(),
            ["question"] = Round.Title,
            ["result_sha256"] = CanonicalJson.Hash(Round.Result ?? ""),
            ["log_sha256"] = LogHash,
        },
    });

    /// <summary>A page of its own that can be printed and attached, and names the sealed file it belongs to.</summary>
    public string Html(string sealedHash)
    {
        var text = Text.Text;
        return $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{E(text.Subject)}</title>
            <style>body{"{"}font:16px/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#15212a{"}"} h1{"{"}font-size:1.6rem;line-height:1.25{"}"} .under,.facts{"{"}border-top:1px solid #c9d3d9;padding-top:.8rem;font-size:.92rem{"}"} .facts{"{"}color:#4a5862;overflow-wrap:anywhere{"}"}</style></head>
            <body>
            <p>{E(Network)}{(Sender is null ? "" : $" · sent by {E(Sender)}")} · to {E(To)}</p>
            {Fragment(Text)}
            <div class="facts">
            <p>Agreed under the rule “{E(Mandate.RuleName)}” in the round “{E(Round.Title)}”{(Mandate.Until is { } until ? $"; the mandate stands until {until.Plain()}" : "")}.</p>
            <p>SHA-256 of the text: {Text.Hash}<br>SHA-256 of the round’s result: {CanonicalJson.Hash(Round.Result ?? "")}<br>SHA-256 of the round’s log: {LogHash}<br>SHA-256 of the sealed file: {sealedHash}</p>
            </div>
            </body></html>
            """;
    }

    /// <summary>For a form that takes HTML.</summary>
    public static string Fragment(ReleasedText text) => $"""
        <h1>{E(text.Text.Subject)}</h1>
        {text.Text.Html}
        {string.Concat(text.Text.Links.Select(l => $"<p>{E(l.Text)}: <a href=\"{E(l.Url)}\">{E(l.Url)}</a></p>"))}
        <div class="under">{string.Concat(text.Lines.Select(l => $"<p>{E(l)}</p>"))}</div>
        """;

    /// <summary>For a form that takes plain words only.</summary>
    public static string Plain(ReleasedText text)
    {
        var plain = new StringBuilder(text.Text.Subject).Append("\n\n").Append(PlainText.From(text.Text.Html)).Append("\n\n");
        foreach (var link in text.Text.Links) plain.Append(link.Text).Append(": ").Append(link.Url).Append('\n');
        if (text.Text.Links.Count > 0) plain.Append('\n');
        return plain.Append(string.Join("\n\n", text.Lines)).ToString();
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
