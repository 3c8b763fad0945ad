using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Events.Conference.Api;

/// <summary><c>GET /api/v1/events/{id}/allocations</c></summary>
public sealed class AllocationsApi : IApiPart
{
    /// <param name="Code">The member's or other organisation's code.</param>
    /// <param name="Offered">All places that were ever offered to it.</param>
    /// <param name="Named">How many have a name now.</param>
    /// <param name="Unnamed">How many it still holds without one.</param>
    /// <param name="CheckedIn">How many were used.</param>
    public sealed record Held(Guid Id, string Code, string Name, bool Member, int Offered, int GivenBack, int TakenBack, int Named, int Unnamed, int CheckedIn);

    /// <param name="Places">How many the event has; null when none are offered yet.</param>
    /// <param name="Share">Of them for whoever asks.</param>
    /// <param name="Waiting">How many wait for one.</param>
    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record AllocationPage(int? Places, int Share, int ShareUsed, int Waiting, IReadOnlyList<Held> Items, Guid? After);

    public void Map(RouteGroupBuilder api) => api.MapGet("/events/{id:guid}/allocations", List).RequireAuthorization(Rights.UseDesk).WithName("allocations").WithTags("Events")
        .WithSummary("The places of an event").WithDescription("How many places each member and sponsor holds, how many have a name and how many were used. Who comes is not among it.").ProducesProblem(400).ProducesProblem(404);

    private static async Task<Results<Ok<AllocationPage>, ProblemHttpResult>> List(Guid id, Db db, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 500), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 500) return TypedResults.Problem(statusCode: 400, detail: "“limit” is a number from 1 to 500.");
        if (!await db.Set<Event>().AnyAsync(e => e.Id == id, ct)) return TypedResults.Problem(statusCode: 404, detail: "There is no such event.");
        var places = await db.Set<Ticketing>().AsNoTracking().SingleOrDefaultAsync(t => t.Event == id, ct);
        var waits = await db.Set<Waiting>().CountAsync(w => w.Event == id && (w.State == WaitState.Waiting || w.State == WaitState.Offered), ct);
        // One event has as many as there are members and sponsors: they are read whole, and handed on in pages.
        var rows = (await AllocationRow.Of(db, id, ct)).OrderBy(r => r.Id).Where(r => after is null || r.Id.CompareTo(after.Value) > 0).ToList();
        return TypedResults.Ok(new AllocationPage(places?.Places, places?.Share ?? 0, places?.ShareUsed ?? 0, waits,
            [.. rows.Take(limit).Select(r => new Held(r.Id, r.Code, r.Name, r.OfMember, r.Offered, r.GivenBack, r.TakenBack, r.Named, r.Unnamed, r.CheckedIn))], rows.Count > limit ? rows[limit - 1].Id : null));
    }
}
