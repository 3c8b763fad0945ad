using System.Text.Encodings.Web;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Access;

/// <summary>The words of the sign-in letter: one link, one code, and what to do when it was not asked for.</summary>
internal static class SignInLetter
{
    public static string Text(Site site) => $$$"""
        Sign in to {{{site.Name}}}

        Open this link and press the button there:
        {{link}}

        Or type this code on the page where you asked for it:
        {{code}}

        Both work once and for one hour. If you did not ask for this letter, leave it:
        nobody can sign in without it, and you need do nothing.
        """;

    public static string Html(Site site) => $$$"""
        <!doctype html>
        <html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif">
        <table role="presentation" cellpadding="0" cellspacing="0" style="max-width:520px;margin:0 auto"><tr><td>
        <h1 style="font-size:20px;margin:0 0 16px">Sign in to {{{Encoded(site.Name)}}}</h1>
        <p style="margin:0 0 20px"><a href="{{link}}" style="display:inline-block;padding:12px 20px;background:{{{Encoded(site.Accent)}}};color:#ffffff;text-decoration:none;font-weight:bold">Open the sign-in page</a></p>
        <p style="margin:0 0 4px">Or type this code on the page where you asked for it:</p>
        <p style="margin:0 0 20px;font-size:28px;letter-spacing:4px;font-weight:bold">{{code}}</p>
        <p style="margin:0;color:#555555;font-size:14px">Both work once and for one hour. If you did not ask for this letter, leave it: nobody can sign in without it, and you need do nothing.</p>
        </td></tr></table></body></html>
        """;

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
