using System.Net;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Letters;

/// <summary>What the letters of a round have in common: who is addressed, and the signed link, made when the letter is sent.</summary>
public abstract class RoundLetter(Sites sites, Settings settings, AnswerTokens tokens)
{
    public const string Name = "name", Member = "member", Capacity = "capacity", RoundId = "round", ElectorId = "elector";
    private const string Link = "link";

    protected Site Site => sites.Current;

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        holes[Link] = letter.Person is { } person
            ? new Uri(settings.Url, "/a/" + tokens.For(Guid.Parse(holes[RoundId]), Guid.Parse(holes[ElectorId]), person)).AbsoluteUri
            : new Uri(settings.Url, "/sign-in").AbsoluteUri;
        return ValueTask.CompletedTask;
    }

    /// <param name="html">Paragraphs between the greeting and the button.</param>
    /// <param name="from">In whose name it goes out.</param>
    protected LetterTemplate Letter(string subject, string text, string html, string button, string after, RoundSender from = RoundSender.Secretariat) => new(subject,
        $$$"""
        <!doctype html>
        <html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#17222b;font:16px/1.5 Arial,Helvetica,sans-serif">
        <table role="presentation" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto"><tr><td>
        <p style="margin:0 0 16px">Dear {{name}},</p>
        {{{html}}}
        <p style="margin:24px 0"><a href="{{link}}" style="display:inline-block;padding:12px 20px;background:{{{Encoded(Site.Accent)}}};color:#ffffff;text-decoration:none;font-weight:bold">{{{Encoded(button)}}}</a></p>
        <p style="margin:0;color:#51616d;font-size:14px">{{{Encoded(after)}}}</p>
        </td></tr></table></body></html>
        """,
        $$$"""
        Dear {{name}},

        {{{text.Trim()}}}

        {{{button}}}:
        {{link}}

        {{{after}}}
        """,
        [Name, Member, Capacity, Link])
    {
        FromName = from == RoundSender.Board ? $"{Site.Name} Management Board" : Site.Name,
        ReplyTo = Site.ContactEmail.Length > 0 ? Site.ContactEmail : null,
    };

    protected static string Encoded(string text) => WebUtility.HtmlEncode(text);

    protected static string Paragraph(string text) => $"<p style=\"margin:0 0 14px\">{Encoded(text)}</p>";
}
