using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Reporting.Operational.Play;

/// <summary>In the sample year each report is drafted and issued on the day of the plan, among the papers of the next Board meeting, and shared with all members the day after it.</summary>
public sealed class ReportsPlay(Db db, Sites sites) : IPlayPart
{
    private const string File = "year/reports.yaml";
    private const int SharedAfter = 15;
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 140;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var zone = sites.Current.Zone;
        var plan = await db.Set<Plan>().AsNoTracking().OrderBy(p => p.First).FirstOrDefaultAsync(ct);
        var outcome = plan is null ? null : (await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan.Id).ToListAsync(ct)).Find(o => o.Counts.Contains(ReportsIssued.Code));
        var dates = outcome is null ? [] : await db.Set<PlannedDate>().AsNoTracking().Where(d => d.Outcome == outcome.Id).ToDictionaryAsync(d => d.Number, d => d.Date, ct);
        List<PlayStep> steps = [];
        foreach (var script in root.Maps("reports"))
        {
            if (!dates.TryGetValue(script.Whole("number") ?? 0, out var date))
            {
                pack.Fault(File, script.Line(), $"the plan has no report number {script.Text("number")}");
                continue;
            }
            var number = script.Whole("number")!.Value;
            Guid? id = null;
            steps.Add(new(date.At(new(11, 45), zone), $"Issue operational report {number}", async (s, stop) => id = await Issue(s, number, script, stop)));
            steps.Add(new(date.AddDays(SharedAfter).At(new(11, 45), zone), $"Share operational report {number}", async (s, stop) => { if (id is { } one) await s.GetRequiredService<ShareReport>().Run(one, script.Text("to"), Team, Now(s), stop); }));
        }
        return steps;
    }

    private static async Task<Guid> Issue(IServiceProvider services, int number, YamlMappingNode script, CancellationToken ct)
    {
        var (write, own, now) = (services.GetRequiredService<WriteReport>(), services.GetRequiredService<Db>(), Now(services));
        var report = await write.Draft(number, true, Team, now, ct);
        var under = script.Map("under") is { } map ? map.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => ((YamlScalarNode)c.Value).Value) : [];
        await write.Say(report.Id, script.Text("introduction"), under, Team, ct);
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        var meeting = (await services.GetRequiredService<ReportCalendar>().Meetings(report, today, ct)).Select(e => (Guid?)e.Id).FirstOrDefault();
        var read = await own.Set<OperationalReport>().AsNoTracking().SingleAsync(r => r.Id == report.Id, ct);
        await write.Issue(report.Id, meeting, read.Hash(), Team, now, ct);
        return report.Id;
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
