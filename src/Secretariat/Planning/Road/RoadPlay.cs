using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Pack;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Road;

/// <summary>In the sample year each step of the plan's road is taken at noon of its day.</summary>
public sealed class RoadPlay(Db db, Sites sites) : IPlayPart
{
    private static readonly TimeOnly Noon = new(12, 0);

    public int Order => 50;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var shownBy = (pack.Yaml(PlanPack.File)?.Maps("road") ?? []).Where(step => step.Text("code") is not null).ToDictionary(step => step.Text("code")!, step => step.Text("evidence"));
        var waiting = await db.Set<PlanStep>().AsNoTracking().Where(step => step.TakenOn == null && step.Date >= from && step.Date <= to).ToListAsync(ct);
        return [.. waiting.Select(step => new PlayStep(step.Date.At(Noon, sites.Current.Zone), step.Title, (services, stop) => Take(services, step.Id, step.Date, shownBy.GetValueOrDefault(step.Code), stop)))];
    }

    private static async Task Take(IServiceProvider services, Guid id, DateOnly on, string? evidence, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        (await db.Set<PlanStep>().SingleAsync(step => step.Id == id, ct)).Take(on, evidence, on);
        await db.Save(Actor.Pack, "Take plan step", ct);
    }
}
