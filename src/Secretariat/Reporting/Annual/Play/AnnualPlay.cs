using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Reporting.Annual.Play;

/// <summary>In the sample year members give their figures through January and February, sign them off, and the report is released on the day that the plan has for it.</summary>
public sealed class AnnualPlay(Db db, Sites sites) : IPlayPart
{
    private const string File = "year/annual-report.yaml", FiguresFile = "year/annual-figures.csv";
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 145;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var plan = await db.Set<Plan>().AsNoTracking().OrderBy(p => p.First).FirstOrDefaultAsync(ct);
        var outcome = plan is null ? null : (await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan.Id).ToListAsync(ct)).Find(o => o.Counts.Contains(AnnualPublished.Code));
        if (outcome is null || root.Date("opened") is not { } opened || root.Date("closes") is not { } closes)
        {
            pack.Fault(File, root.Line(), "the annual report needs days on which it is “opened” and “closes”, and a plan that counts it");
            return [];
        }
        var date = await db.Set<PlannedDate>().Where(d => d.Outcome == outcome.Id).OrderBy(d => d.Date).Select(d => d.Date).FirstAsync(ct);
        var codes = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Place).Select(i => i.Code).ToListAsync(ct);
        var rows = pack.Csv(FiguresFile, ["member", "sent", "signed", "source", "story", .. codes]);
        List<PlayStep> steps = [new(At(opened, 10), "Ask members for their figures", async (s, stop) => await s.GetRequiredService<CollectFigures>().Open(plan!.Id, root.Text("title"), closes, true, Team, Now(s), stop))];
        // A step a day and not one a member: each step is a stop of the clock.
        steps.AddRange(rows.GroupBy(r => r["sent"]).Select(day => new PlayStep(At(Day(day.Key), 14), $"Figures of {day.Count()} members", (s, stop) => Give(s, day, codes, ReturnPress.SendIn, stop))));
        if (root.Map("back") is { } back && back.Date("day") is { } on)
        {
            steps.Add(new(At(on, 9), "Send figures back", (s, stop) => Back(s, back.Text("member"), back.Text("why"), stop)));
            var again = rows.Where(r => r["member"] == back.Text("member")).ToList();
            steps.Add(new(At(on, 16), "Figures looked at again", (s, stop) => Give(s, again, codes, ReturnPress.SignOff, stop)));
        }
        steps.AddRange(rows.GroupBy(r => r["signed"]).Select(day => new PlayStep(At(Day(day.Key), 15), $"{day.Count()} members sign their figures off", (s, stop) => Give(s, day, codes, ReturnPress.SignOff, stop))));
        steps.Add(new(At(date.AddDays(-(root.Whole("approved_days_before") ?? 1)), 15), "Approve the annual report", (s, stop) => Approve(s, root.Text("title"), root.Text("introduction"), root.Text("source"), date, stop)));
        return steps;
    }

    private static async Task Give(IServiceProvider services, IEnumerable<PackRow> rows, List<string> codes, ReturnPress press, CancellationToken ct)
    {
        var (own, collect, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<CollectFigures>(), Now(services));
        var report = await own.Set<AnnualReport>().Where(r => r.State == AnnualState.Collecting).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
        if (report is not { } id) return;
        var members = await own.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        var seats = (await AnswersForMember.Seats(own, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct)).ToLookup(s => s.Member);
        foreach (var row in rows)
        {
            if (!members.TryGetValue(row["member"], out var member) || (seats[member].FirstOrDefault(s => s.Kind == PositionKind.ChiefExecutive) ?? seats[member].FirstOrDefault()) is not { } seat) continue;
            List<AnnualFigure> figures = [.. codes.Select(c => long.TryParse(row[c], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new AnnualFigure(c, value, row["source"]) : new AnnualFigure(c, null, "not counted by our projects"))];
            await collect.Answer(id, member, figures, row["story"], press, new Actor(seat.Person, seat.Name), now, ct);
        }
    }

    private static async Task Back(IServiceProvider services, string? code, string? why, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        var (report, member) = (await own.Set<AnnualReport>().Select(r => r.Id).SingleAsync(ct), await own.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync(ct));
        await services.GetRequiredService<CollectFigures>().SendBack(report, member, why, Team, ct);
    }

    private async Task Approve(IServiceProvider services, string? title, string? introduction, string? source, DateOnly date, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        var id = await own.Set<AnnualReport>().Select(r => r.Id).SingleAsync(ct);
        await services.GetRequiredService<CollectFigures>().Say(id, title, introduction, source, Team, ct);
        var read = await services.GetRequiredService<GatherAnnual>().Of(await own.Set<AnnualReport>().AsNoTracking().SingleAsync(r => r.Id == id, ct), ct);
        await services.GetRequiredService<ReleaseAnnual>().Approve(id, read.Hash(), ItemKind.Success, date.At(new TimeOnly(9, 30), sites.Current.Zone), Team, Now(services), ct);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateTimeOffset At(DateOnly day, int hour) => day.At(new TimeOnly(hour, 40), sites.Current.Zone);

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
