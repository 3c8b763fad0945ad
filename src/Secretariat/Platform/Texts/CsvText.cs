using System.Text;

namespace Secretariat.Platform.Texts;

/// <summary>Tables as CSV for other people's programs. No cell becomes a formula there: what begins like one gets an apostrophe before it.</summary>
public static class CsvText
{
    // The mark of the byte order tells Excel that it is UTF-8.
    public static byte[] Of(IEnumerable<IReadOnlyList<object?>> rows) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => string.Join(',', r.Select(Cell)) + "\r\n")))];

    private static string Cell(object? value)
    {
        var text = value is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        if (value is string && text.Length > 0 && text.TrimStart() is var bare && (bare.Length == 0 || bare[0] is '=' or '+' or '-' or '@' || text[0] is '\t' or '\r' or '\n')) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
