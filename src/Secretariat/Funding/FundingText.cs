using System.Globalization;
using System.Text.RegularExpressions;
using Secretariat.Platform.Data;

namespace Secretariat.Funding;

/// <summary>What people type about money, as it is kept: one line where one is meant, and pounds as whole pence.</summary>
internal static partial class FundingText
{
    /// <summary>Nobody runs a network of a hundred million: more is a slip of the keyboard.</summary>
    public const long MostPence = 10_000_000_000;

    public static string? Line(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Trim().Any(char.IsControl)) throw new RuleBroken("Write this on one line.", field);
        return Short(text, most, field);
    }

    public static string? Text(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.ReplaceLineEndings("\n");
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) throw new RuleBroken("There is a sign in it that is no letter. Type it again, or paste it as plain text.", field);
        return Short(text, most, field);
    }

    /// <summary>"£1,240.50" or "1240.5"; null when nothing was typed.</summary>
    public static Money? Pounds(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = typed.Trim().TrimStart('£').Trim();
        // A comma parts thousands and nothing else: "12,50" is no £1,250.
        return Thousands().IsMatch(text) && decimal.TryParse(text.Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds <= MostPence / 100 && pounds * 100 == Math.Floor(pounds * 100)
            ? new Money((long)(pounds * 100)) : throw new RuleBroken("Write the amount in pounds and pence, such as 1,240.50.", field);
    }

    /// <summary>An amount as it stands in a form that is opened again.</summary>
    public static string Typed(this Money amount) => (amount.Pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    private static string Short(string text, int most, string field) => text.Trim() is var said && said.Length <= most ? said : throw new RuleBroken($"Keep it under {most:N0} letters.", field);
}
