using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Diary.Public;

/// <summary>The diary as calendar programs read it: for everybody, one event, and one person's own by a signed address.</summary>
public static class DiaryFeeds
{
    private const string Type = "text/calendar; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/events.ics", async (Db db, Sites sites, Settings settings, TimeProvider clock, CancellationToken ct) =>
            Calendar(sites, settings, clock, sites.Current.Name, await Open(db).OrderBy(e => e.Day).ToListAsync(ct))).AllowAnonymous();
        app.MapGet("/events/{slug}.ics", async (string slug, Db db, Sites sites, Settings settings, TimeProvider clock, CancellationToken ct) =>
            await Open(db).SingleOrDefaultAsync(e => e.Slug == slug, ct) is { } at ? Calendar(sites, settings, clock, at.Title, [at]) : Results.NotFound()).AllowAnonymous();
        app.MapGet("/a/c/{token}", async (string token, HttpContext http, Db db, EventTokens tokens, Sites sites, Settings settings, TimeProvider clock, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            if (tokens.ReadCalendar(token) is not { } person) return Results.NotFound();
            var asked = db.Set<Invitee>().ThereOn(db, sites.Today(clock));
            var mine = db.Set<Event>().AsNoTracking().Where(e => e.State != EventState.Draft && (asked.Any(i => i.Event == e.Id && i.Person != null && db.SameAs(person).Contains(i.Person.Value) && i.LeftOut == null && i.Reply != Reply.NotComing && i.Reply != Reply.Deputy && !i.WalkIn)
                || db.Set<Ticket>().Any(t => t.Event == e.Id && t.State == TicketState.Valid && t.Person != null && db.SameAs(person).Contains(t.Person.Value))));
            return Calendar(sites, settings, clock, $"{sites.Current.Name}: yours", await mine.OrderBy(e => e.Day).ToListAsync(ct));
        }).AllowAnonymous();
    }

    /// <summary>What everybody may see.</summary>
    public static IQueryable<Event> Open(Db db) => db.Set<Event>().AsNoTracking().Where(e => e.Circulation == Circulation.Public && (e.AnnouncedAt != null || e.State == EventState.Held));

    private static IResult Calendar(Sites sites, Settings settings, TimeProvider clock, string name, IReadOnlyList<Event> events) =>
        Results.Text(new Ics(sites.Current.Name, settings.Url).Feed(name, events, clock.GetUtcNow()), Type);
}
