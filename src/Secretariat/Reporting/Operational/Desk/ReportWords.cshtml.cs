using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Operational.Desk;

/// <summary>What staff say in a report: an introduction, and a word under each pillar.</summary>
[Authorize(Rights.CanEditPlan)]
public sealed class ReportWordsModel(Db db, WriteReport write) : PageModel
{
    [BindProperty] public WordsInput Input { get; set; } = new();

    public sealed class WordsInput
    {
        public string? Introduction { get; set; }
        public Dictionary<string, string?> Under { get; set; } = [];
    }

    public OperationalReport Of { get; private set; } = null!;
    public IReadOnlyList<FactPillar> Pillars => Of.Said?.Pillars ?? [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.Introduction = Of.Introduction;
        foreach (var (key, words) in Of.Under) Input.Under[key] = words;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Fill();
        if (!ModelState.IsValid || !await this.Try(() => write.Say(id, Input.Introduction, Input.Under, User.Actor(), ct))) return Page();
        this.Say("Kept.");
        return Redirect($"/desk/reports/{id}");
    }

    // Each pillar has its field, also where nobody wrote anything yet.
    private void Fill()
    {
        foreach (var pillar in Pillars) Input.Under.TryAdd(pillar.Key, null);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct) => (Of = (await db.Set<OperationalReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct))!) is not null;
}
