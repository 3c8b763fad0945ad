using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual;

/// <summary>What the plan counts: the annual report, from the day on which everybody can read it.</summary>
public sealed class AnnualPublished(Db db, Sites sites) : IEvidence
{
    public const string Code = "annual-report-published";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var released = await db.Set<AnnualReport>().AsNoTracking().Where(r => r.ReleasedAt >= from && r.ReleasedAt < to).ToListAsync(ct);
        return [.. released.Where(r => r.Approved is not null).Select(r => new Evidence(Code, r.ReleasedAt!.Value.DateIn(zone), $"{r.Title}: figures from {r.Approved!.Members.Count} of {r.Approved.All} members{(r.State == AnnualState.TakenOff ? ", taken off since" : "")}", r.State == AnnualState.Released ? r.Path : "/desk/reports/annual"))];
    }
}
