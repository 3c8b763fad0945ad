using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.ByHand;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

// Three times what is taken: a file that is somewhat too large gets a sentence, and what was typed stays.
[RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class EnteredEvidenceModel(Db db, FileStore files, Standings standings, Sites sites, TimeProvider clock) : PageModel
{
    public Outcome Outcome { get; private set; } = null!;
    private PlanYear _year;

    public DateOnly Day => sites.Today(clock);

    [BindProperty] public EvidenceInput Input { get; set; } = new();

    public sealed class EvidenceInput
    {
        [Required(ErrorMessage = "Say what was done, in a few words."), StringLength(200)] public string? Title { get; set; }
        [Required(ErrorMessage = "Choose the day on which it was done.")] public DateOnly? Date { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Link { get; set; }
        public IFormFile? File { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(string code, string? year, CancellationToken ct) => await Load(code, year, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, string? year, CancellationToken ct)
    {
        if (!await Load(code, year, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => Enter(ct))) return Page();
        await db.Save(User.Actor(), "Enter evidence by hand", ct);
        this.Say("Entered as evidence. It counts from now on.");
        return Redirect($"/desk/plan/{Outcome.Code}{(year is null ? "" : $"?year={year}")}#evidence");
    }

    private async Task Enter(CancellationToken ct)
    {
        HandEvidence.Within(_year, Outcome, Input.Date!.Value);
        if (await db.Set<HandEvidence>().FirstOrDefaultAsync(e => e.Outcome == Outcome.Id && e.Date == Input.Date && e.Title == Input.Title!.Trim() && e.TakenBack == null, ct) is { } same)
            throw new RuleBroken($"{same.EnteredByName} entered this already, with the same day and words: it counts once. Say what is different about this one.", "Title");
        var upload = Input.File is { Length: > 0 } file ? await FileStore.Read(file, nameof(Input.File), ct) : ((byte[] Content, FileKind Kind)?)null;
        var kept = upload is { } read ? new KeptFile(await files.Keep(read.Content, ct), NameOf(Input.File!, read.Kind), read.Kind.Type) : null;
        db.Add(new HandEvidence(Outcome.Id, Input.Date!.Value, Input.Title!, Input.Link, kept, User.Actor(), clock.GetUtcNow(), Day));
    }

    /// <summary>The name as it came, without a path, and with the ending of what it really is.</summary>
    private static string NameOf(IFormFile file, FileKind kind)
    {
        var name = Path.GetFileNameWithoutExtension(file.FileName.Replace('\\', '/').Split('/')[^1]);
        name = string.Concat(name.Where(c => !char.IsControl(c)));
        return (name.Length is 0 or > 120 ? "evidence" : name) + kind.Extension;
    }

    private async Task<bool> Load(string code, string? year, CancellationToken ct)
    {
        if (await standings.PlanOf(year, Day, ct) is not { } plan || await db.Set<Outcome>().AsNoTracking().SingleOrDefaultAsync(o => o.Plan == plan.Id && o.Code == code, ct) is not { } outcome) return false;
        (Outcome, _year) = (outcome, plan.Year);
        return true;
    }
}
