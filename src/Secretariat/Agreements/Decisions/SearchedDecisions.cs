using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions;

/// <summary>Decisions by what was decided.</summary>
public sealed class SearchedDecisions : ISearchable
{
    public string Kind => "decision";
    public string Heading => "Decisions";

    public Guid? Of(Record saved) => (saved as Decision)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Decision>().IgnoreAutoIncludes().Select(d => d.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Decision>().IgnoreAutoIncludes().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Text, d.By, d.How, d.Outcome, d.Date }).ToListAsync(ct))
            .Select(d => new SearchWords(d.Id, d.Text, $"{DecisionWords.Taken(d.By, d.How)} · {d.Outcome.Words()}", $"/desk/decisions/{d.Id}", d.Date))];
}
