using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>What the letters about an event have in common: who is addressed, the signed link, made when the letter is sent, and the invitation for their calendar.</summary>
public abstract class EventLetter(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : ILetterComposer
{
    public const string Name = "name", For = "for", Invited = "invitee", Deputy = "deputy";
    protected const string Link = "link";

    protected Site Site => sites.Current;
    protected Uri Url => settings.Url;

    /// <summary>What stands under the button.</summary>
    protected virtual string After => "The link is yours and needs no password. Whoever acts for you may use it and says so.";

    protected virtual IReadOnlyCollection<string> MoreHoles => [];

    public abstract string Class { get; }

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct) => Letter(await Words(db, batch, await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == batch.About, ct), ct));

    /// <param name="Method">How it goes into calendars; null for a letter that changes nothing there.</param>
    protected sealed record Said(Event Of, string Subject, IReadOnlyList<string> Paragraphs, string Button, string? Method = null)
    {
        /// <summary>Between the words and the button, as it is: it may have holes, and nothing that people typed.</summary>
        public (string Html, string Text) Shown { get; init; } = ("", "");
    }

    protected abstract Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct);

    public virtual ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        var invitee = Guid.Parse(holes[Invited]);
        var token = letter.Person is { } person ? tokens.For(invitee, person) : tokens.ForDeputy(invitee, int.Parse(holes.TryGetValue(Deputy, out var number) ? number : "0", CultureInfo.InvariantCulture));
        holes[Link] = new Uri(settings.Url, "/a/e/" + token).AbsoluteUri;
        holes[Ics.Attendee] = Ics.AttendeeLine(holes[Name], letter.Address);
        return ValueTask.CompletedTask;
    }

    /// <param name="deputy">Which of the deputies that were named one after the other; 0 for anybody else.</param>
    public static Dictionary<string, string> Merge(string name, Guid invitee, string? actsFor = null, int deputy = 0, string? inPlaceOf = null) =>
        new() { [Name] = name, [Invited] = invitee.ToString(), [Deputy] = deputy.ToString(CultureInfo.InvariantCulture), [For] = inPlaceOf is not null ? $"You were named in the place of {inPlaceOf}. " : actsFor is null ? "" : $"You get this because you act for {actsFor}. " };

    private LetterTemplate Letter(Said said)
    {
        // People's own words are words: two braces in them open no hole.
        List<string> lines = [.. said.Paragraphs.Where(p => p.Length > 0).Select(p => p.Replace("{{", "{ {"))];
        return new LetterTemplate(said.Subject.Replace("{{", "{ {"),
            $$$"""
            <!doctype html>
            <html lang="en"><body style="margin:0;padding:24px;background:#ffffff;color:#17222b;font:16px/1.5 Arial,Helvetica,sans-serif">
            <table role="presentation" cellpadding="0" cellspacing="0" style="max-width:600px;margin:0 auto"><tr><td>
            <p style="margin:0 0 16px">Dear {{name}},</p>
            {{{string.Concat(lines.Select(l => $"<p style=\"margin:0 0 14px\">{Encoded(l).Replace("\n", "<br>")}</p>"))}}}
            {{{said.Shown.Html}}}
            <p style="margin:24px 0"><a href="{{link}}" style="display:inline-block;padding:12px 20px;background:{{{Encoded(Site.Accent)}}};color:#ffffff;text-decoration:none;font-weight:bold">{{{Encoded(said.Button)}}}</a></p>
            <p style="margin:0;color:#51616d;font-size:14px">{{for}}{{{After}}}</p>
            </td></tr></table></body></html>
            """,
            $$$"""
            Dear {{name}},

            {{{string.Join("\n\n", lines)}}}{{{(said.Shown.Text.Length > 0 ? $"\n\n{said.Shown.Text}" : "")}}}

            {{{said.Button}}}:
            {{link}}

            {{for}}{{{After}}}
            """,
            [Name, For, Link, Ics.Attendee, .. MoreHoles])
        {
            FromName = Site.Name,
            ReplyTo = Site.ContactEmail.Length > 0 ? Site.ContactEmail : null,
            Calendar = said.Method is { } method ? new(method, new Ics(Site.Name, settings.Url).Letter(said.Of, method, mail.From, clock.GetUtcNow())) : null,
        };
    }

    protected static string WhenAndWhere(Event at) => $"{at.When.Words}\n{at.Place}";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
