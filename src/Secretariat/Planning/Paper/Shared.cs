using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Paper;

/// <summary>A plan with its road, as far as it has come.</summary>
public sealed record PlanOnItsRoad(Plan Plan, IReadOnlyList<StepStanding> Road)
{
    /// <summary>A draft is the Board's until it goes to the members: from then on it may be read, and on the web too.</summary>
    public bool IsShared => Road.All(s => s.IsTaken) || Road.Any(s => s.Step.Kind == StepKind.Comments && s.IsTaken);

    public bool IsAgreed => Road.All(s => s.IsTaken);
}

public static class Shared
{
    /// <summary>All plans, the latest year first.</summary>
    public static async Task<IReadOnlyList<PlanOnItsRoad>> Plans(Db db, Standings standings, TimeZoneInfo zone, CancellationToken ct)
    {
        var plans = await standings.Plans(ct);
        var steps = (await db.Set<PlanStep>().AsNoTracking().OrderBy(s => s.Place).ToListAsync(ct)).ToLookup(s => s.Plan);
        List<PlanOnItsRoad> roads = [];
        foreach (var plan in plans) roads.Add(new(plan, await db.Road(plan, [.. steps[plan.Id]], zone, ct)));
        return roads;
    }
}
