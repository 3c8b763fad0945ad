using System.Globalization;
using Secretariat.Platform.Data;

namespace Secretariat.Funding;

/// <summary>What people type about money, as it is kept: one line where one is meant, and pounds as whole pence.</summary>
internal static class FundingText
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
        return decimal.TryParse(typed.Trim().TrimStart('£').Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds * 100 <= MostPence && pounds * 100 == Math.Floor(pounds * 100)
            ? new Money((long)(pounds * 100)) : throw new RuleBroken("Write the amount in pounds and pence, such as 1,240.50.", field);
    }

    /// <summary>An amount as it stands in a form that is opened again.</summary>
    public static string Typed(this Money amount) => (amount.Pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Short(string text, int most, string field) => text.Trim() is var said && said.Length <= most ? said : throw new RuleBroken($"Keep it under {most:N0} letters.", field);
}
