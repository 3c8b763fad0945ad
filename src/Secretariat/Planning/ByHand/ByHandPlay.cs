using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.ByHand;

/// <summary>In the sample year, what was done outside the system is entered in the afternoon of the day it was promised for.</summary>
public sealed class ByHandPlay(Db db, Sites sites) : IPlayPart
{
    private const string File = "year/by-hand.yaml";
    private static readonly TimeOnly Afternoon = new(16, 30);
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 60;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var zone = sites.Current.Zone;
        // The year that is played is the first plan's: a next one may stand beside it.
        var plan = await db.Set<Plan>().OrderBy(p => p.First).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        var outcomes = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan).ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        var dates = await db.Set<PlannedDate>().AsNoTracking().ToDictionaryAsync(d => (d.Outcome, d.Number), d => d.Date, ct);
        List<PlayStep> steps = [];
        foreach (var entry in root.Maps("entries"))
        {
            var (code, title, link) = (entry.Text("outcome") ?? "", entry.Text("title") ?? "", entry.Text("link"));
            if (!outcomes.TryGetValue(code, out var outcome) || !dates.TryGetValue((outcome, entry.Whole("number") ?? 0), out var date))
            {
                pack.Fault(File, entry.Line(), $"the plan has no date number {entry.Text("number")} of “{code}”");
                continue;
            }
            steps.Add(new(date.At(Afternoon, zone), title, async (services, stop) =>
            {
                var own = services.GetRequiredService<Db>();
                own.Add(new HandEvidence(outcome, date, title, link, null, Team, services.GetRequiredService<TimeProvider>().GetUtcNow(), date));
                await own.Save(Team, "Enter evidence by hand", stop);
            }));
        }
        return steps;
    }
}
