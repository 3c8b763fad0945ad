using System.Net;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Notices;

/// <summary>A notice as its letter: what somebody reads before it is sent, tries out, and gets.</summary>
public static class NoticeLetter
{
    public const string Name = "name", Why = "why", Leave = "leave";

    /// <param name="leave">Each reader may stop notices by a link of their own.</param>
    public static LetterTemplate Of(Notice notice, Site site, bool leave)
    {
        var foot = leave ? "<br><a href=\"{{leave}}\" style=\"color:#51616d\">Get no more notices</a>" : "";
        return new LetterTemplate(notice.Subject,
            $$$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{{Encoded(notice.Subject)}}}</title></head>
            <body style="margin:0;padding:24px;background:#ffffff;color:#22303a;{{{InlineStyles.Font}}}font-size:16px;line-height:1.5">
            <table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;margin:0 auto"><tr><td>
            <p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid {{{Encoded(site.Accent)}}};font-size:14px;color:#51616d">{{{Encoded(site.Name)}}}</p>
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.25;color:#17222b">{{{Encoded(notice.Subject)}}}</h1>
            <p style="margin:0 0 12px">Dear {{name}},</p>
            {{{InlineStyles.Apply(notice.Html, Encoded(site.Accent)).Value}}}
            <p style="margin:28px 0 0;padding-top:12px;border-top:1px solid #d9e0e4;font-size:13px;color:#51616d">You get this because you have {{why}}.{{{foot}}}<br>{{{Encoded(Foot(site))}}}</p>
            </td></tr></table></body></html>
            """,
            $$$"""
            Dear {{name}},

            {{{PlainText.From(notice.Html)}}}

            --{{{" "}}}
            You get this because you have {{why}}.{{{(leave ? "\nGet no more notices: {{leave}}" : "")}}}
            {{{Foot(site)}}}
            """,
            leave ? [Name, Why, Leave] : [Name, Why])
        {
            FromName = site.Name,
            ReplyTo = site.ContactEmail.Length > 0 ? site.ContactEmail : null,
            List = leave ? SendNotice.List : null,
            Unsubscribe = leave ? "{{leave}}" : null,
        };
    }

    /// <summary>Filled for whoever looks at it.</summary>
    public static LetterWords Sample(Notice notice, Site site, bool leave, string name)
    {
        var letter = Of(notice, site, leave);
        string Fill(string text, Func<string, string> safe) =>
            text.Replace("{{name}}", safe(name)).Replace("{{why}}", safe("… (each reader finds their own reason here)")).Replace("{{leave}}", $"{Link.LeaveNoticesModel.Path}{Link.LeaveNoticesModel.Try}");
        return new(letter.Subject, Fill(letter.Html, Encoded), Fill(letter.Text, t => t));
    }

    private static string Foot(Site site) => string.Join(" · ", new[] { site.Name, site.ContactAddress, site.ContactEmail }.Where(t => t.Length > 0)).Replace("{{", "{ {");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
