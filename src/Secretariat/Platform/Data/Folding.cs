using System.Globalization;
using System.Text;

namespace Secretariat.Platform.Data;

public static class Folding
{
    /// <summary>For sorting and finding: no accents, no case, no doubled spaces. "Égalité  Ltd" becomes "egalite ltd".</summary>
    public static string Folded(this string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(letter) && (letters.Length == 0 || letters[^1] == ' ')) continue;
            letters.Append(char.IsWhiteSpace(letter) ? ' ' : char.ToLowerInvariant(letter));
        }
        return letters.ToString().TrimEnd();
    }
}
