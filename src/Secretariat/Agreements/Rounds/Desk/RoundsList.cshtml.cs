using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Desk;

public sealed class RoundsListModel(Db db) : PageModel
{
    public sealed record Row(Guid Id, string Title, RoundKind Kind, RoundState State, DateTimeOffset ClosesAt, bool Invented, int Asked, int Answered, RoundOutcome? Outcome);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Set<Round>().IgnoreAutoIncludes().AsNoTracking().OrderBy(r => r.State == RoundState.Open ? 0 : r.State == RoundState.Draft ? 1 : 2).ThenByDescending(r => r.ClosesAt).ThenBy(r => r.Id).Take(200)
            .Select(r => new Row(r.Id, r.Title, r.Kind, r.State, r.ClosesAt, r.Invented, db.Set<Elector>().Count(e => e.Round == r.Id),
                db.Set<Response>().Where(a => a.Round == r.Id && !a.Late).Select(a => a.Elector).Distinct().Count(),
                db.Set<Decision>().Where(d => d.Round == r.Id).Select(d => (RoundOutcome?)d.Outcome).FirstOrDefault())).ToListAsync(ct);
}
