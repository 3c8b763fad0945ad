using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Social;

/// <summary>What a post says to begin with: the heading, as much of the text as fits, and where to read it.</summary>
public static class PostWords
{
    public static PostDraft For(Item item, SocialChannel channel, Uri? at, DateOnly day)
    {
        var facts = channel.Facts();
        var address = at?.AbsoluteUri ?? item.Links.Select(l => l.Url).FirstOrDefault();
        string Of(string words) => string.Join("\n\n", new[] { facts.MaxTitle > 0 ? null : item.Heading, words.Length > 0 ? words : null, address }.OfType<string>());
        var (text, sentences) = (Of(""), PlainText.From(item.Html).ReplaceLineEndings(" ").Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        // On X the heading says it; elsewhere as many whole sentences as there is room for.
        for (var n = sentences.Length; n > 0 && channel != SocialChannel.X; n--)
        {
            var longer = Of($"{string.Join(". ", sentences.Take(n)).TrimEnd('.')}.");
            if (PostLength.Of(channel, longer) > facts.MaxText) continue;
            text = longer;
            break;
        }
        return new(text.Length > 0 ? text : item.Heading, facts.MaxTitle == 0 ? null : item.Heading.Length <= facts.MaxTitle ? item.Heading : item.Heading[..facts.MaxTitle], null, null, day);
    }
}
