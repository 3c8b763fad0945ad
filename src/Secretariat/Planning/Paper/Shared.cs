using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
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

    public bool IsAgreed => Road.All(s => s.IsSettled);

    /// <summary>Whether the words are others by now than those that the members confirmed, or commented on where nothing was to confirm.</summary>
    public static async Task<bool> HasChanged(Db db, Plan plan, IEnumerable<PlanStep> steps, PlanPaper paper, CancellationToken ct)
    {
        var asked = steps.Where(s => s.Kind is StepKind.Comments or StepKind.Confirmation).ToDictionary(s => $"{plan.About}:{s.Code}");
        var keys = asked.Keys.ToList();
        var last = await db.Set<Round>().AsNoTracking().Where(r => keys.Contains(r.About) && r.OpenedAt != null && r.State != RoundState.Cancelled).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct);
        return last is not null && StepRound.TextOf(asked[last.About], plan, paper).Text.Hash() != last.Latest.Hash;
    }
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
