using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Enquiries.Media;
using Secretariat.Enquiries.Numbers;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Operational;

/// <summary>Works out what a report says of a period: every outcome from its evidence, enquiries and media in numbers, and what was decided.</summary>
public sealed class GatherFacts(Db db, Standings standings, IEnumerable<IFigures> features, EnquiryNumbers enquiries, Sites sites)
{
    /// <summary>Of each outcome so many pieces of evidence stand in the report; the rest is counted.</summary>
    private const int MostProofs = 10;

    public async Task<ReportFacts> Of(Plan plan, ReportPeriod period, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DateIn(sites.Current.Zone);
        var standing = await standings.Of(plan, today, ct);
        var counts = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan.Id).ToDictionaryAsync(o => o.Id, o => o.Counts, ct);
        var figures = new List<(string Code, FactFigure Figure)>();
        foreach (var feature in features) figures.AddRange((await feature.At(now, ct)).Select(f => (feature.Code, new FactFigure(f.Value, f.What, f.Href))));
        figures.AddRange(await Enquiries(period, ct));
        figures.AddRange(await Media(period, ct));

        FactRow Row(OutcomeStanding o) => Of(o, counts[o.Id], period, today, figures);
        List<FactPillar> pillars = [.. standing.Pillars.Select(p => new FactPillar(p.Code, p.Name, [.. standing.Outcomes.Where(o => o.Pillar == p.Code).Select(Row)]))];
        if (standing.Outcomes.Where(o => o.Pillar is null).Select(Row).ToList() is { Count: > 0 } rest) pillars.Add(new(null, "What carries it", rest));
        var head = await AuditHead.Read(db, ct);
        return new(plan.Title, period.First, period.Last, today, pillars, await Decided(period, ct), head.Sealed, head.Hash);
    }

    private static FactRow Of(OutcomeStanding o, IReadOnlyList<string> counts, ReportPeriod period, DateOnly today, List<(string Code, FactFigure Figure)> figures)
    {
        var (progress, stock) = (o.Progress, counts.Any(CountedFrom.IsStock));
        var inPeriod = progress.Evidence.Where(e => period.First <= e.Date && e.Date <= period.Last).ToList();
        // What stands rather than happens names people: how many it is says enough.
        List<FactProof> proofs = stock ? [] : [.. inPeriod.TakeLast(MostProofs).Select(e => new FactProof(e.Date, e.Title, e.Href, e.ByHand is not null))];
        return new(o.Code, o.Title, o.Measure.Unit, stock, inPeriod.Count, progress.Delivered, o.DeliveredInWords, o.Measure.Count, progress.Dates.Count(d => d.State != DateState.Dropped && d.Date <= today), progress.Late,
            progress.Forecast.InWords, progress.Next is { } next ? next.Date.Plain() : null, proofs, stock ? 0 : inPeriod.Count - proofs.Count, [.. figures.Where(f => counts.Contains(f.Code)).Select(f => f.Figure)]);
    }

    private async Task<IEnumerable<(string, FactFigure)>> Enquiries(ReportPeriod period, CancellationToken ct)
    {
        var numbers = await enquiries.Of(period.First, period.Last, ct);
        List<FactFigure> said = [new($"{numbers.Received}", "enquiries came in in the period", "/desk/enquiries/numbers"), new($"{numbers.Closed}", "of all were closed in it", "/desk/enquiries/numbers")];
        if (numbers.Days is { } days) said.Add(new($"{days:0.#}", "working days, in the middle, until an answer", "/desk/enquiries/numbers"));
        if (numbers.Members.Count(m => m.Handed > 0) is > 0 and var members) said.Add(new($"{numbers.Members.Sum(m => m.Handed)}", $"handed over to {members} {(members == 1 ? sites.Current.MemberOne : sites.Current.MemberMany)}", "/desk/enquiries/numbers"));
        return said.Select(f => (EnquiriesClosed.Code, f));
    }

    private async Task<IEnumerable<(string, FactFigure)>> Media(ReportPeriod period, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (period.First.At(TimeOnly.MinValue, zone), period.Last.AddDays(1).At(TimeOnly.MinValue, zone));
        var ends = await db.Set<MediaRequest>().AsNoTracking().Where(r => r.ClosedAt >= from && r.ClosedAt < to).Select(r => r.Outcome).ToListAsync(ct);
        return ends.OfType<MediaOutcome>().GroupBy(e => e).OrderBy(g => g.Key).Select(g => (MediaClosed.Code, new FactFigure($"{g.Count()}", $"ended with: {g.Key.Words()}", "/desk/media")));
    }

    private async Task<IReadOnlyList<FactDecision>> Decided(ReportPeriod period, CancellationToken ct) =>
        [.. (await db.Set<Decision>().AsNoTracking().Where(d => d.Date >= period.First && d.Date <= period.Last).OrderBy(d => d.Date).ThenBy(d => d.WrittenAt).ThenBy(d => d.Text).Select(d => new { d.Id, d.Date, d.Text, d.By, d.How, d.Outcome }).ToListAsync(ct))
            .Select(d => new FactDecision(d.Date, d.Text, DecisionWords.Taken(d.By, d.How), d.Outcome != RoundOutcome.NotPassed, $"/desk/decisions/{d.Id}"))];
}
