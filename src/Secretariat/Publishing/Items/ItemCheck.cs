using System.Text.RegularExpressions;
using Secretariat.Platform.Texts;

namespace Secretariat.Publishing.Items;

/// <summary>
/// The check before publishing. What goes out promotes members: it says so when an item names none of them, or when the
/// network is the hero. It advises; a person decides.
/// </summary>
public static class ItemCheck
{
    public static IEnumerable<string> Of(string heading, string html, IReadOnlyCollection<string> about, bool aboutAll, string? figuresSource, string network)
    {
        if (about.Count == 0 && !aboutAll)
            yield return "It names no member that it is about. Name them, or say that it is about all members together and where its figures come from.";
        if (aboutAll && string.IsNullOrWhiteSpace(figuresSource))
            yield return "It is about all members together but does not say where its figures come from.";
        if (IsHero(heading, html, about, network))
            yield return "The network is the hero here. Put the members first: what did they do?";
    }

    // Named in the heading, or more often than the members are in heading and text together.
    private static bool IsHero(string heading, string html, IReadOnlyCollection<string> about, string network)
    {
        var name = network.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? network[4..] : network;
        if (name.Length < 3) return false;
        var text = $"{heading} {PlainText.From(html)}";
        var times = Count(text, name);
        return Count(heading, name) > 0 || times > 0 && times > about.Sum(member => Count(text, member));
    }

    private static int Count(string text, string name) => Regex.Count(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
