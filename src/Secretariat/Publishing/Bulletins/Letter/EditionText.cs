using System.Text;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>The letter as plain text, from the same content as the HTML.</summary>
public static class EditionText
{
    public static string Of(LetterModel letter)
    {
        var text = new StringBuilder();
        text.Append(PlainText.Wrap(letter.Content.Subject)).Append('\n');
        text.Append(letter.Title).Append(", ").Append(letter.Date.Long()).Append("\n\n");
        text.Append("Dear {{name}},\n\n");
        if (letter.Content.Intro.Length > 0) text.Append(PlainText.From(letter.Content.Intro)).Append("\n\n");
        foreach (var item in letter.Content.Items) Write(item, text);
        text.Append("----\n");
        text.Append("You get this because {{why}}.\n").Append($"Stop the {letter.Word} ({letter.Rest}):\n").Append("{{leave}}\n\n");
        text.Append(string.Join('\n', new[] { letter.From.Network, letter.From.Address, letter.From.Email }.Where(l => l.Length > 0))).Append('\n');
        return text.ToString();
    }

    private static void Write(PassedItem item, StringBuilder text)
    {
        text.Append("----\n");
        var about = string.Join(", ", item.About);
        text.Append(about.Length > 0 ? PlainText.Wrap($"{about} · {item.Kind.Words()}") : item.Kind.Words()).Append('\n');
        text.Append(PlainText.Wrap(item.Heading.ToUpperInvariant())).Append("\n\n");
        text.Append(PlainText.From(item.Html)).Append("\n\n");
        foreach (var link in item.Links) text.Append(link.Text).Append(":\n").Append(link.Url).Append("\n\n");
        foreach (var line in item.Under) text.Append(PlainText.Wrap(line)).Append("\n\n");
        if (item.FiguresSource.Length > 0) text.Append(PlainText.Wrap($"Figures: {item.FiguresSource}")).Append("\n\n");
    }
}
