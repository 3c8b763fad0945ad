using Secretariat.Platform.Searching;

namespace Secretariat.Knowledge.Alike;

/// <summary>The words of a text that say what it is about: without those that stand in every text, and without their endings.</summary>
public static class TellingWords
{
    private const int Shortest = 3, Stem = 4;

    // What every text has, and what every case and question of a network says.
    private static readonly HashSet<string> Common =
    [
        .. """
           a about above after again against all also although always am among an and another any anybody anyone anything are around as ask asked at away back be became because become been before began being below best
           better between both but by came can cannot case cases come could did different do does doing done down during each either else enough even ever every everybody everyone everything few find first for from further
           gave get getting give given go goes going good got great had has have having he her here hers him his how however i if in into is it its itself just keep kept knew know known last least less let like likely long
           look looking made make makes making many may me member members might more most much must my need needed needs never new next no nobody none nor not nothing now number of off often on once one ones only or other others
           our ours out over own part people per perhaps place practice problem put question questions quite rather really said same say says see seen several shall share shared she should show since small so solved some somebody someone
           something soon still such take taken takes than that the their theirs them then there these they thing things think this those though three through time times to together told too took toward two under until up upon us use used
           uses using usually very want wanted was way ways we well went were what when where whether which while who whole whom whose why will with within without work worked working works would year years yes yet you your yours
           """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(SearchTerms.Plain),
    ];

    public static IReadOnlySet<string> Of(string? text) =>
        SearchTerms.Plain(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= Shortest && !Common.Contains(w)).Select(Stemmed).Where(w => !Common.Contains(w)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Singular and plural, what is done and the doing of it: "houses" and "housing" are one word here. Not the language's grammar, only enough to meet.</summary>
    private static string Stemmed(string word)
    {
        if (word.Any(char.IsDigit)) return word;
        if (word.Length > Stem && word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        if (word.Length > Shortest && word[^1] == 's' && word[^2] != 's') word = word[..^1];
        if (word.Length >= Stem + 3 && word.EndsWith("ing", StringComparison.Ordinal)) word = word[..^3];
        else if (word.Length >= Stem + 2 && word.EndsWith("ed", StringComparison.Ordinal)) word = word[..^2];
        return word.Length > Stem && word[^1] == 'e' ? word[..^1] : word;
    }
}
