using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Lines;

/// <summary>Lines by theme, whose they are and what is said; one under a mandate by the mandate's subject alone.</summary>
public sealed class SearchedLines : ISearchable
{
    public string Kind => "line";
    public string Heading => "Lines";

    public Guid? Of(Record saved) => (saved as Line)?.Id;

    public IQueryable<Guid> All(Db db) => db.Set<Line>().Select(l => l.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await (from line in db.Set<Line>().AsNoTracking()
                    where ids.Contains(line.Id) && line.EndedAt == null
                    join mandate in db.Set<Mandate>() on line.Mandate equals mandate.Id into mandates
                    from mandate in mandates.DefaultIfEmpty()
                    select new { line, Subject = mandate == null ? null : mandate.Subject }).ToListAsync(ct))
            .Select(x => new SearchWords(x.line.Id, $"Line on {x.line.Theme.Replace('-', ' ')}: {x.Subject ?? (x.line.Text.Length <= 80 ? x.line.Text : x.line.Text[..80] + "…")}", string.Join(" · ", new[] { x.line.Kind.Words(), x.line.Who, x.line.Text, x.line.Source }.Where(w => !string.IsNullOrEmpty(w))), "/desk/lines", x.line.Until))];
}
