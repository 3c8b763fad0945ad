using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Publishing.Items;

/// <summary>Where to read on: the words of the link and a secure address.</summary>
public sealed record ItemLink(string Text, string Url)
{
    private const int MaxUrl = 1000;

    public static ItemLink Checked(string? text, string? url)
    {
        var (words, address) = (text?.Trim() ?? "", url?.Trim() ?? "");
        if (words.Length == 0) throw new RuleBroken($"Give the link to {Shown(address)} some words: say where it leads.", "Links");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0 || !uri.Host.Contains('.') || address.Length > MaxUrl || address.Any(char.IsWhiteSpace))
            throw new RuleBroken($"“{Shown(address)}” is not an address that a link can lead to. It should look like https://member.example/page.", "Links");
        Holes.Refuse(words + address, "Links");
        return new ItemLink(words, uri.AbsoluteUri);
    }

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
