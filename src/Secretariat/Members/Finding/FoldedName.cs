using System.Globalization;
using System.Text;

namespace Secretariat.Members.Finding;

/// <summary>A place's name reduced to what people agree on: <c>City of York</c>, <c>york</c> and <c>York Council</c> are one name.</summary>
public sealed record FoldedName
{
    private static readonly HashSet<string> Filler =
        ["the", "of", "and", "city", "county", "borough", "royal", "metropolitan", "unitary", "authority", "district", "council"];

    public FoldedName(string name)
    {
        Plain = string.Join(' ', Words(name));
        var words = Words(name.Replace("London Borough of", "", StringComparison.OrdinalIgnoreCase));
        Core = [.. words.Where(word => !Filler.Contains(word))];
    }

    public string Plain { get; }
    public IReadOnlyList<string> Core { get; }
    public string CoreText => string.Join(' ', Core);

    public bool HasEveryWordOf(FoldedName typed) => typed.Core.All(word => Core.Contains(word));

    public bool HasEveryBeginningOf(FoldedName typed) =>
        typed.Core.All(start => Core.Any(word => word.StartsWith(start, StringComparison.Ordinal)));

    private static string[] Words(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            foreach (var letter in rune.ToString().Normalize(NormalizationForm.FormKD))
                if (char.IsLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
                else if (letter == '&') folded.Append(" and ");
                else if (letter is not ('\'' or '’' or '.') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(' ');
        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "saint" ? "st" : word)];
    }
}
