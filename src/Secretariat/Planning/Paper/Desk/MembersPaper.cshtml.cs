using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Paper.Desk;

/// <summary>The members' paper as it stands, and whether what went round is still the same.</summary>
public sealed class MembersPaperModel(Db db, Standings standings, Papers papers, PaperPdf pdf) : PageModel
{
    /// <param name="Same">The round's text is the paper as it stands today, to the letter.</param>
    public sealed record Sent(Guid Id, string Title, RoundState State, bool Same, string Hash);

    public PlanChoice Choice { get; private set; } = null!;
    public Plan Plan => Choice.Plan!;
    public string Html { get; private set; } = "";
    public IReadOnlyList<Sent> Rounds { get; private set; } = [];
    public bool CanPrint => pdf.Can;

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken ct)
    {
        Choice = await PlanChoice.Newest(standings, year, ct);
        if (Choice.Plan is not { } plan) return Choice.All.Count == 0 && year is null ? Page() : NotFound();
        var paper = await papers.Of(plan, ct);
        Html = await papers.Html(paper, withCosts: true);
        var steps = await db.Set<PlanStep>().AsNoTracking().Where(s => s.Plan == plan.Id).ToListAsync(ct);
        var about = steps.ToDictionary(s => $"{plan.About}:{s.Code}");
        var keys = about.Keys.ToList();
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => keys.Contains(r.About) && r.State != RoundState.Cancelled).OrderBy(r => r.OpenedAt).ToListAsync(ct);
        Rounds = [.. rounds.Select(r => new Sent(r.Id, r.Title, r.State, StepRound.TextOf(about[r.About], plan, paper).Text.Hash() == r.Latest.Hash, r.Latest.Hash))];
        return Page();
    }
}
