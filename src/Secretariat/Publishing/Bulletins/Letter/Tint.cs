using System.Globalization;

namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>A lighter relative of the network's accent, for dark grounds.</summary>
public static class Tint
{
    public static string Lighter(string accent)
    {
        if (accent.Length != 7 || !int.TryParse(accent.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)) return "#9fd3d8";
        return $"#{Half(rgb >> 16):x2}{Half(rgb >> 8):x2}{Half(rgb):x2}";
    }

    // 60 % of the way to white: at least 7 to 1 against the dark sheet for any accent.
    private static int Half(int channel) => (channel & 0xff) + (255 - (channel & 0xff)) * 3 / 5;
}
