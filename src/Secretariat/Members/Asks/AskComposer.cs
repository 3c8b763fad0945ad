using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Asks;

/// <summary>The letter that asks: each thing with the minutes it takes, by when, and its own signed link.</summary>
public sealed class AskComposer(Sites sites, Settings settings, IEnumerable<IAsk> askers) : ILetterComposer
{
    public const string ClassName = "ask", Name = "name", Key = "key";
    private const string Link = "link";

    private readonly Dictionary<string, IAsk> _askers = askers.ToDictionary(a => a.Kind);

    public string Class => ClassName;

    public static string Subject(AskLetter letter) => letter.Lines.Count == 1 ? letter.Lines[0].What : $"{letter.Lines.Count} things are asked of you, {Minutes(letter)} in all";

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var letter = await db.Set<AskLetter>().AsNoTracking().SingleAsync(l => l.Id == batch.About, ct);
        var site = sites.Current;
        var (html, text) = (new StringBuilder(), new StringBuilder());
        foreach (var (line, i) in letter.Lines.OrderBy(l => l.Place).Select(l => (l, l.Place)))
        {
            var hole = "{{" + Link + i + "}}";
            var by = $"By {line.By.Long(site.Zone)} · {Minutes(line.Minutes)}";
            html.Append($$$"""
                <p style="margin:0 0 4px;font-weight:bold">{{{Encoded(line.What)}}}</p>
                <p style="margin:0 0 8px;color:#51616d;font-size:14px">{{{Encoded(by)}}}</p>
                <p style="margin:0 0 24px"><a href="{{{hole}}}" style="display:inline-block;padding:10px 18px;background:{{{Encoded(site.Accent)}}};color:#ffffff;text-decoration:none;font-weight:bold">Read it and answer</a></p>
                """);
            text.Append($$$"""
                {{{line.What}}}
                {{{by}}}
                {{{hole}}}


                """);
        }
        var lead = letter.Way == AskWay.Weekly ? "This is what the network needs of you, in one letter a week." : "This cannot wait for the weekly letter.";
        const string after = "Each link is yours and needs no password. Whoever acts for you may use it and says so; you are told what was answered.";
        return new LetterTemplate(Subject(letter),
            $$$"""
            <!doctype html>
            <html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#17222b;font:16px/1.5 Arial,Helvetica,sans-serif">
            <table role="presentation" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto"><tr><td>
            <p style="margin:0 0 16px">Dear {{name}},</p>
            <p style="margin:0 0 24px">{{{lead}}}</p>
            {{{html}}}
            <p style="margin:0;color:#51616d;font-size:14px">{{{after}}}</p>
            </td></tr></table></body></html>
            """,
            $$$"""
            Dear {{name}},

            {{{lead}}}

            {{{text}}}{{{after}}}
            """,
            [Name, .. Enumerable.Range(0, letter.Lines.Count).Select(i => $"{Link}{i}")])
        {
            FromName = site.Name,
            ReplyTo = site.ContactEmail.Length > 0 ? site.ContactEmail : null,
        };
    }

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        foreach (var (hole, ask) in holes.Where(h => h.Key.StartsWith(Key, StringComparison.Ordinal)).ToList())
        {
            var cut = ask.IndexOf(':');
            var path = letter.Person is { } person && _askers.TryGetValue(ask[..cut], out var asker) ? asker.Link(ask[(cut + 1)..], person) : "/sign-in";
            holes[Link + hole[Key.Length..]] = new Uri(settings.Url, path).AbsoluteUri;
        }
        return ValueTask.CompletedTask;
    }

    private static string Minutes(AskLetter letter) => Minutes(letter.Lines.Sum(l => l.Minutes));

    private static string Minutes(int minutes) => minutes == 1 ? "about a minute" : $"about {minutes} minutes";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
