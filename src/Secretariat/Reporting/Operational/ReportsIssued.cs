using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Operational;

/// <summary>What the plan counts: reports that were issued. What corrects one is no other report.</summary>
public sealed class ReportsIssued(Db db, Sites sites) : IEvidence
{
    public const string Code = "reports-issued";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        // The content stays where it is: a standing needs the title alone.
        var issued = await db.Set<OperationalReport>().AsNoTracking().Where(r => r.Corrects == null && r.IssuedAt >= from && r.IssuedAt < to).OrderBy(r => r.IssuedAt).Select(r => new { r.Id, r.Number, r.First, r.Last, r.IssuedAt }).ToListAsync(ct);
        return [.. issued.Select(r => new Evidence(Code, r.IssuedAt!.Value.DateIn(zone), $"Operational report {r.Number}, {r.First.Plain()} to {r.Last.Plain()}", $"/desk/reports/{r.Id}"))];
    }
}
