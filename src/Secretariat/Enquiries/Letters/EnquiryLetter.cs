using System.Net;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Letters;

/// <summary>What a letter about an enquiry says, before it looks like one.</summary>
/// <param name="Greeting">"Dear Ada Byron," or "Hello,".</param>
/// <param name="Foot">The small words below.</param>
public sealed record EnquiryLetter(string Subject, string Greeting, IReadOnlyList<string> Paragraphs, string Foot)
{
    public string? Button { get; init; }

    /// <summary>Where the button leads: an address, or a hole that is filled when the letter is sent.</summary>
    public string? Link { get; init; }

    public IReadOnlyCollection<string> Holes { get; init; } = [];

    public LetterTemplate As(Site site, string? replyTo, string? from = null)
    {
        // People's own words are words: two braces in them open no hole.
        List<string> lines = [.. Paragraphs.Where(p => p.Length > 0).Select(Plain)];
        var button = Button is null ? "" : $"<p style=\"margin:24px 0\"><a href=\"{Link}\" style=\"display:inline-block;padding:12px 20px;background:{Encoded(site.Accent)};color:#ffffff;text-decoration:none;font-weight:bold\">{Encoded(Button)}</a></p>";
        return new LetterTemplate(Plain(Subject),
            $"""
            <!doctype html>
            <html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#17222b;font:16px/1.5 Arial,Helvetica,sans-serif">
            <table role="presentation" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto"><tr><td>
            <p style="margin:0 0 16px">{Encoded(Greeting)}</p>
            {string.Concat(lines.Select(l => $"<p style=\"margin:0 0 14px\">{Encoded(l).Replace("\n", "<br>")}</p>"))}
            {button}
            <p style="margin:24px 0 0;color:#51616d;font-size:14px">{Encoded(Foot).Replace("\n", "<br>")}</p>
            </td></tr></table></body></html>
            """,
            string.Join("\n\n", lines.Prepend(Greeting).Append(Button is null ? "" : $"{Button}:\n{Link}").Append(Foot).Where(p => p.Length > 0)) + "\n",
            Holes)
        {
            FromName = from ?? site.Name,
            ReplyTo = replyTo ?? (site.ContactEmail.Length > 0 ? site.ContactEmail : null),
        };
    }

    private static string Plain(string text) => text.Replace("{{", "{ {");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
