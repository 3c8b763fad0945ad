using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Influence.Engagements.Api;

/// <summary><c>GET /api/v1/engagements</c></summary>
public sealed class EngagementsApi : IApiPart
{
    /// <param name="Organisation">Its code.</param>
    /// <param name="Counts">Under which code the plan counts it; null when it does not.</param>
    /// <param name="Ours">Who of ours, by name.</param>
    public sealed record Shown(Guid Id, string Organisation, DateOnly On, string? Theme, string? Counts, DateOnly? NextOn, IReadOnlyList<string> Ours, int PromisesOpen, bool TakenBack);

    /// <param name="After">Pass it as <c>after</c> for the next page; null on the last.</param>
    public sealed record EngagementPage(IReadOnlyList<Shown> Items, Guid? After);

    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/engagements", Engagements).RequireAuthorization(Rights.UseDesk).WithName("engagements").WithTags("Influence")
            .WithSummary("Contacts with other organisations").WithDescription("When, with whom, about which theme, and how many promises are open. What was said stays on the desk.").ProducesProblem(400);

    private static async Task<Results<Ok<EngagementPage>, ProblemHttpResult>> Engagements(Db db, CancellationToken ct,
        [Description("The last page’s “after”; nothing for the first page.")] Guid? after = null, [Range(1, 200), Description("How many at most.")] int limit = 100)
    {
        if (limit is < 1 or > 200) return TypedResults.Problem(statusCode: 400, detail: "“limit” is too large, or less than 1.");
        var rows = await (from engagement in db.Set<Engagement>().AsNoTracking()
                          where after == null || engagement.Id > after
                          join body in db.Set<Organisation>() on engagement.Organisation equals body.Id
                          orderby engagement.Id
                          select new { engagement, body.Code, body.Kind, Open = db.Set<Promise>().Count(p => p.Engagement == engagement.Id && p.End == null) }).Take(limit + 1).ToListAsync(ct);
        var ids = rows.ConvertAll(r => r.engagement.Id);
        var ours = (await db.Set<EngagementPerson>().AsNoTracking().Where(p => p.Ours && ids.Contains(p.Engagement)).OrderBy(p => p.Name).Select(p => new { p.Engagement, p.Name }).ToListAsync(ct)).ToLookup(p => p.Engagement, p => p.Name);
        return TypedResults.Ok(new EngagementPage([.. rows.Take(limit).Select(r => new Shown(r.engagement.Id, r.Code, r.engagement.On, r.engagement.Theme, r.engagement.TakenBack is null ? r.Kind.Code() : null, r.engagement.NextOn, [.. ours[r.engagement.Id]], r.Open, r.engagement.TakenBack is not null))],
            rows.Count > limit ? rows[limit - 1].engagement.Id : null));
    }
}
