using System.Globalization;

namespace Secretariat.Platform.Web;

/// <summary>The network's one colour, made fit to read: dark enough for text on white, with a pale sister for surfaces.</summary>
public static class Accent
{
    /// <summary>Text of normal size needs 4.5 to 1 (WCAG 1.4.3); a little more leaves room for the pale surfaces it also stands on.</summary>
    private const double Enough = 5.2;

    /// <summary>The style sheet that gives the pages their colour: the strict policy allows no inline style.</summary>
    public static string Css(string accent)
    {
        var colour = Dark(accent);
        return $":root{{--accent:{Hex(colour)};--accent-deep:{Hex(Mix(colour, (0, 0, 0), 0.28))};--accent-pale:{Hex(Mix(colour, (255, 255, 255), 0.85))};--accent-mist:{Hex(Mix(colour, (255, 255, 255), 0.94))}}}";
    }

    public static string Readable(string accent) => Hex(Dark(accent));

    private static (double R, double G, double B) Dark(string accent)
    {
        var colour = Parse(accent) ?? Parse("#0b5d66")!.Value;
        while (Contrast(colour) < Enough) colour = Mix(colour, (0, 0, 0), 0.08);
        return colour;
    }

    public static double Contrast(string colour) => Contrast(Parse(colour) ?? throw new ArgumentException("not a colour", nameof(colour)));

    private static (double R, double G, double B)? Parse(string text) =>
        text is ['#', _, _, _, _, _, _] && int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? (rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255) : null;

    private static string Hex((double R, double G, double B) c) => $"#{(int)c.R:x2}{(int)c.G:x2}{(int)c.B:x2}";

    private static (double, double, double) Mix((double R, double G, double B) from, (double R, double G, double B) to, double share) =>
        (from.R + (to.R - from.R) * share, from.G + (to.G - from.G) * share, from.B + (to.B - from.B) * share);

    /// <summary>Against white, by WCAG's relative luminance.</summary>
    private static double Contrast((double R, double G, double B) c)
    {
        static double Linear(double part) => part / 255 <= 0.04045 ? part / 255 / 12.92 : Math.Pow((part / 255 + 0.055) / 1.055, 2.4);
        return 1.05 / (0.2126 * Linear(c.R) + 0.7152 * Linear(c.G) + 0.0722 * Linear(c.B) + 0.05);
    }
}
