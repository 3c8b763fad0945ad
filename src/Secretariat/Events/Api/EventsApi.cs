using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Events.Api;

/// <summary><c>GET /api/v1/events</c></summary>
public sealed class EventsApi : IApiPart
{
    /// <param name="Circulation">"named-people", "members" or "public".</param>
    /// <param name="State">"draft", "announced", "held" or "cancelled".</param>
    /// <param name="Page">Its public page, when it has one.</param>
    public sealed record Shown(Guid Id, string Kind, string Title, string State, string Circulation, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Zone, string Place, IReadOnlyList<string> Themes, int? Places, int Invited, int Coming, int There, string? Page);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record EventPage(IReadOnlyList<Shown> Items, Guid? After);

    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", Events).RequireAuthorization(Rights.UseDesk).WithName("events").WithTags("Events")
            .WithSummary("The events").WithDescription("Meetings, workshops, dinners and roundtables, with how many are invited, come and were there.").ProducesProblem(400);

    private static async Task<Results<Ok<EventPage>, ProblemHttpResult>> Events(Db db, Settings settings, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return TypedResults.Problem(statusCode: 400, detail: "“limit” is too large, or less than 1.");
        var rows = await (from at in db.Set<Event>().AsNoTracking()
                          where after == null || at.Id > after
                          join kind in db.Set<EventKind>() on at.Kind equals kind.Id
                          orderby at.Id
                          select new
                          {
                              at,
                              kind.Code,
                              Invited = db.Set<Invitee>().Count(i => i.Event == at.Id && !i.WalkIn && i.LeftOut == null),
                              Coming = db.Set<Invitee>().Count(i => i.Event == at.Id && (i.Reply == Reply.Coming || i.Reply == Reply.Deputy)),
                              There = db.Set<Invitee>().Count(i => i.Event == at.Id && (i.Presence == Presence.There || i.Presence == Presence.DeputyThere)),
                          }).Take(limit + 1).ToListAsync(ct);
        return TypedResults.Ok(new EventPage([.. rows.Take(limit).Select(r => new Shown(r.at.Id, r.Code, r.at.Title, r.at.State.ToString().ToLowerInvariant(), r.at.Circulation == Publishing.Items.Circulation.NamedPeople ? "named-people" : r.at.Circulation.ToString().ToLowerInvariant(),
            r.at.When.StartsAt, r.at.When.EndsAt, r.at.Zone, r.at.Place, r.at.Themes, r.at.Capacity, r.Invited, r.Coming, r.There, r.at.IsPublic ? new Uri(settings.Url, $"/events/{r.at.Slug}").AbsoluteUri : null))], rows.Count > limit ? rows[limit - 1].at.Id : null));
    }
}
