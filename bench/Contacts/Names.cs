using System.Globalization;

namespace Secretariat.Bench.Contacts;

/// <summary>Names that are borne as in life: a first name by one person in some hundred, a surname by one in some thousand, and one word by its bearer alone.</summary>
internal static class Names
{
    private static readonly string[] Heads = ["bar", "bel", "cor", "dan", "el", "fen", "gar", "hol", "in", "jor", "kel", "lam", "mar", "nor", "os", "pen", "quin", "ros", "sten", "tor"];
    private static readonly string[] Middles = ["a", "be", "ci", "do", "era", "fu", "gri", "he", "ilo", "ju"];
    private static readonly string[] Tails = ["bert", "combe", "den", "field", "gate", "ham", "kirk", "ley", "man", "port", "quist", "ridge", "ster", "ton", "vale", "worth", "well", "wick", "by", "ford", "shaw", "more", "land", "stead", "thorpe"];

    public static string First(int n) => Capital(Heads[n % 20] + Middles[n / 20 % 10]);

    public static string Last(int n) => Capital(Heads[n / 7 % 20] + Middles[n / 140 % 10] + Tails[n / 1400 % 25]);

    public static string Own(int n) => "x" + n.ToString("x6", CultureInfo.InvariantCulture);

    public static string Of(int n) => $"{First(n)} {Last(n)}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
