using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Operational;

/// <summary>Operational reports for staff, by their words and the titles of their evidence.</summary>
public sealed class SearchedReports : ISearchable
{
    public string Kind => "operational-report";
    public string Heading => "Operational reports";

    public Guid? Of(Record saved) => (saved as OperationalReport)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<OperationalReport>().Select(r => r.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<OperationalReport>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct))
            .Select(r => new SearchWords(r.Id, $"{r.Title}: {r.Period}", $"{(r.IsIssued ? "issued" : "draft")} · {r.Introduction} {string.Join(' ', r.Under.Values)}", $"/desk/reports/{r.Id}", r.Last))];
}
