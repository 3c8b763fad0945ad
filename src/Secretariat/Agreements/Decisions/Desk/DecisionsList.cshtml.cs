using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions.Desk;

/// <summary>Every decision, wherever it was taken.</summary>
public sealed class DecisionsListModel(Db db) : PageModel
{
    private const int Shown = 200;

    public sealed record Row(Guid Id, DateOnly Date, string Text, DecisionBy By, DecisionHow How, RoundOutcome Outcome, string? Round, bool Invented);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Rows = await db.Set<Decision>().AsNoTracking().OrderByDescending(d => d.Date).ThenByDescending(d => d.WrittenAt).ThenBy(d => d.Text).Take(Shown)
            .Select(d => new Row(d.Id, d.Date, d.Text, d.By, d.How, d.Outcome, db.Set<Round>().Where(r => r.Id == d.Round).Select(r => r.Title).FirstOrDefault(), d.Invented)).ToListAsync(ct);
}
