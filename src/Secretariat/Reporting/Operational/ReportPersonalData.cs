using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Operational;

/// <summary>Who issued a report. Erasing takes the name off; the report says nothing of people, and its hash stays.</summary>
public sealed class ReportPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(OperationalReport)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["reports_issued"] = await db.Set<OperationalReport>().AsNoTracking().Where(r => r.Issuer == person).OrderBy(r => r.IssuedAt).Select(r => new { r.Number, r.Issue, r.IssuedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var report in await db.Set<OperationalReport>().Where(r => r.Issuer == person).ToListAsync(ct)) report.Forget(person);
    }
}
