using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Secretariat.Platform.Data;

/// <summary>
/// JSON in the one form of RFC 8785: names sorted by UTF-16 unit, no spaces, the shortest escapes. Two documents that say the
/// same have the same bytes, and so the same hash. Numbers are whole ones only: nothing that is hashed here needs others.
/// </summary>
public static class CanonicalJson
{
    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical form, in lower-case hexadecimal.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject map:
                text.Append('{');
                foreach (var ((name, value), i) in map.OrderBy(p => p.Key, StringComparer.Ordinal).Select((p, i) => (p, i)))
                {
                    if (i > 0) text.Append(',');
                    Quote(name, text);
                    text.Append(':');
                    Write(value, text);
                }
                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    if (i > 0) text.Append(',');
                    Write(list[i], text);
                }
                text.Append(']');
                break;
            case JsonValue value:
                Scalar(value, text);
                break;
        }
    }

    private static void Scalar(JsonValue value, StringBuilder text)
    {
        if (value.TryGetValue(out string? words)) Quote(words, text);
        else if (value.TryGetValue(out bool flag)) text.Append(flag ? "true" : "false");
        else if (value.TryGetValue(out long number)) text.Append(number.ToString(CultureInfo.InvariantCulture));
        else if (value.TryGetValue(out int small)) text.Append(small.ToString(CultureInfo.InvariantCulture));
        else throw new ArgumentException($"Only text, whole numbers and yes or no are hashed here, not {value.GetValueKind()} {value}.");
    }

    private static void Quote(string words, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in words)
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        text.Append('"');
    }
}
