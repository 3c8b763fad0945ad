using System.Globalization;
using System.Text;
using System.Text.Json;
using Secretariat.Platform.Clocks;

namespace Secretariat.Platform.Auditing;

/// <summary>One changed value of an entry, in words for people.</summary>
public sealed record AuditChange(string What, string Before, string After)
{
    // Made by the program from the value beside them.
    private static readonly string[] Derived = ["SortName", "EmailKey"];
    private static readonly string[] Naming = ["Name", "Title", "Subject", "Heading", "Code", "Email"];

    public static IReadOnlyList<AuditChange> Of(string? values, TimeZoneInfo zone) =>
        [.. Pairs(values).Where(p => !Derived.Contains(p.Name)).Select(p => new AuditChange(Words(p.Name), Text(p.Before, zone), Text(p.After, zone)))];

    /// <summary>What the record was last called in these values; null when none of them is a name.</summary>
    public static string? NameIn(string? values)
    {
        var pairs = Pairs(values).ToDictionary(p => p.Name, p => p.After.ValueKind == JsonValueKind.String ? p.After : p.Before, StringComparer.Ordinal);
        return Naming.Select(n => pairs.TryGetValue(n, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null).FirstOrDefault(n => !string.IsNullOrEmpty(n));
    }

    /// <summary>"NotBefore" becomes "Not before"; "Amount.Pence" becomes "Amount pence".</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (letter == '.') continue;
            if (words.Length > 0 && char.IsUpper(letter)) words.Append(' ').Append(char.ToLowerInvariant(letter));
            else words.Append(letter);
        }
        return words.ToString();
    }

    private static IEnumerable<(string Name, JsonElement Before, JsonElement After)> Pairs(string? values)
    {
        if (values is null) yield break;
        using var json = JsonDocument.Parse(values);
        foreach (var property in json.RootElement.EnumerateObject())
            yield return (property.Name, property.Value[0].Clone(), property.Value[1].Clone());
    }

    private static string Text(JsonElement value, TimeZoneInfo zone) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => Text(v, zone))),
        JsonValueKind.String => Said(value.GetString()!, zone),
        _ => value.GetRawText(),
    };

    private static string Said(string text, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.Plain()
        : text.Length >= 20 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) ? moment.Table(zone)
        : text;
}
