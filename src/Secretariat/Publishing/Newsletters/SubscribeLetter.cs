using System.Net;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Newsletters;

/// <summary>Asks the owner of a mailbox whether the newsletter may come there; the link is made when the letter is sent.</summary>
public sealed class SubscribeLetter(Sites sites, Settings settings, NewsletterTokens tokens) : ILetterComposer
{
    public const string ClassName = "subscribe", Subscriber = "subscriber";
    private const string Link = "link";

    public string Class => ClassName;

    public Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var site = sites.Current;
        List<string> before = [$"Somebody, most likely you, asked on our website for the newsletter of {site.Name} to this address. Press the button if you want it."];
        List<string> after = [SignUp.Words(site), "If it was not you, do nothing: no newsletter comes, and the address is forgotten in two weeks."];
        return Task.FromResult(new LetterTemplate($"Do you want the newsletter of {site.Name}?",
            $$$"""
            <!doctype html>
            <html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#17222b;font:16px/1.5 Arial,Helvetica,sans-serif">
            <table role="presentation" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto"><tr><td>
            {{{string.Concat(before.Select(Paragraph))}}}
            <p style="margin:24px 0"><a href="{{link}}" style="display:inline-block;padding:12px 20px;background:{{{Accent.Readable(site.Accent)}}};color:#ffffff;text-decoration:none;font-weight:bold">Send me the newsletter</a></p>
            {{{string.Concat(after.Select(Paragraph))}}}
            </td></tr></table></body></html>
            """,
            $$$"""
            {{{string.Join("\n\n", before)}}}

            Send me the newsletter:
            {{link}}

            {{{string.Join("\n\n", after)}}}
            """, [Link])
        { FromName = site.Name, ReplyTo = site.ContactEmail.Length > 0 ? site.ContactEmail : null });
    }

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        holes[Link] = new Uri(settings.Url, "/a/n/" + tokens.For(Guid.Parse(holes[Subscriber]))).AbsoluteUri;
        return ValueTask.CompletedTask;
    }

    private static string Paragraph(string text) => $"<p style=\"margin:0 0 14px\">{WebUtility.HtmlEncode(text)}</p>";
}
