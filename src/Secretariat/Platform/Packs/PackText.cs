using System.Globalization;
using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Packs;

/// <summary>Reads the values of a pack's row. What cannot be read is a fault of that row, in words.</summary>
public static class PackText
{
    /// <summary>"chief-executive" is <c>ChiefExecutive</c>.</summary>
    public static T? Named<T>(this PackRow row, string column, PackReport report) where T : struct, Enum
    {
        if (Parse<T>(row[column]) is { } value) return value;
        report.Fault(row.File, row.Line, $"“{row[column]}” is not a {column}: write {string.Join(", ", Enum.GetValues<T>().Select(Code))}");
        return null;
    }

    public static T? Parse<T>(string text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (value.Code() == text) return value;
        return null;
    }

    /// <summary><c>ChiefExecutive</c> is written "chief-executive".</summary>
    public static string Code<T>(this T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>A date, or null where the cell is empty.</summary>
    public static DateOnly? Day(this PackRow row, string column, PackReport report)
    {
        if (row[column].Length == 0) return null;
        if (ParseDay(row[column]) is { } day) return day;
        report.Fault(row.File, row.Line, $"“{row[column]}” in {column} is not a day: write it as 2017-04-01");
        return null;
    }

    public static DateOnly? ParseDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static int? Whole(this PackRow row, string column, PackReport report)
    {
        if (row[column].Length == 0) return null;
        if (int.TryParse(row[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        report.Fault(row.File, row.Line, $"“{row[column]}” in {column} is not a whole number");
        return null;
    }

    public static bool Flag(this PackRow row, string column) => row[column] == "true";

    public static IReadOnlyList<string> Codes(this PackRow row, string column) =>
        row[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Text(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Text(this int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Text(this bool flag) => flag ? "true" : "false";

    public static string? OrNull(this string text) => text.Length == 0 ? null : text;
}
