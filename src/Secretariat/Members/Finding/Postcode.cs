using System.Text;
using System.Text.RegularExpressions;

namespace Secretariat.Members.Finding;

/// <summary>A United Kingdom postcode as someone typed it: whole (<c>YO1 7HH</c>), up to its sector (<c>YO1 7</c>) or only its outcode (<c>YO1</c>).</summary>
public readonly partial record struct Postcode(string Outcode, string Inward)
{
    public bool IsWhole => Inward.Length == 3;
    public bool IsOutcode => Inward.Length == 0;
    public string Area => Outcode[..(char.IsAsciiLetter(Outcode[1]) ? 2 : 1)];
    public override string ToString() => IsOutcode ? Outcode : $"{Outcode} {Inward}";

    public static bool TryRead(string text, out Postcode postcode)
    {
        var spaced = Spaced(text);
        var compact = spaced.Replace(" ", "");
        var match = Whole().Match(Digits(compact));
        // The space decides between the sector `YO1 7` (York) and the outcode `YO17` (Malton), so it is tried before it is dropped.
        if (!match.Success) match = SpacedPart().Match(spaced);
        if (!match.Success) match = Part().Match(compact);
        postcode = match.Success ? new(match.Groups["out"].Value, match.Groups["in"].Value) : default;
        return match.Success;
    }

    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsAsciiLetterOrDigit(letter)) spaced.Append(char.ToUpperInvariant(letter));
            else if (char.IsWhiteSpace(letter) || letter is '-' or '.' or ',') spaced.Append(' ');
            else spaced.Append('?');
        return SeveralSpaces().Replace(spaced.ToString(), " ").Trim();
    }

    /// <summary>The third from last is always a digit, so a typed letter O or I there can only be nought or one.</summary>
    private static string Digits(string compact) => compact.Length < 5 ? compact : compact[^3] switch
    {
        'O' => $"{compact[..^3]}0{compact[^2..]}",
        'I' or 'L' => $"{compact[..^3]}1{compact[^2..]}",
        _ => compact,
    };

    [GeneratedRegex("^(?<out>[A-Z]{1,2}[0-9][A-Z0-9]?)(?<in>[0-9][A-Z]{2})$")]
    private static partial Regex Whole();

    [GeneratedRegex("^(?<out>[A-Z]{1,2}[0-9][A-Z0-9]?) (?<in>[0-9][A-Z]?)$")]
    private static partial Regex SpacedPart();

    [GeneratedRegex("^(?<out>[A-Z]{1,2}[0-9][A-Z0-9]?)(?<in>[0-9][A-Z]?)?$")]
    private static partial Regex Part();

    [GeneratedRegex(" +")]
    private static partial Regex SeveralSpaces();
}
