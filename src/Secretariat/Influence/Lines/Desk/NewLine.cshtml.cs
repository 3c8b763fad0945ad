using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Lines.Desk;

/// <summary>Sets a line: facts, a named member's words, or a mandate.</summary>
public sealed class NewLineModel(Db db, SetLine verb, Sites sites, TimeProvider clock) : PageModel
{
    private const int UsualDays = 30;

    [BindProperty] public LineInput Input { get; set; } = new();

    public sealed class LineInput
    {
        public LineKind? Kind { get; set; } = LineKind.Facts;
        [StringLength(40)] public string? Theme { get; set; }
        [StringLength(Line.MaxText)] public string? Text { get; set; }
        [StringLength(Line.MaxSource)] public string? Source { get; set; }
        public Guid? Member { get; set; }
        [StringLength(Line.MaxWho)] public string? Who { get; set; }
        [StringLength(Line.MaxHow)] public string? How { get; set; }
        public Guid? Mandate { get; set; }
        public DateOnly? Until { get; set; }
    }

    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Mandates { get; private set; } = [];

    public async Task OnGetAsync(string? theme, CancellationToken ct)
    {
        (Input.Theme, Input.Until) = (theme, sites.Today(clock).AddDays(UsualDays));
        await Load(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        var (by, now) = (User.Actor(), clock.GetUtcNow());
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            switch (Input.Kind)
            {
                case LineKind.Facts: await verb.Facts(Input.Theme, Input.Text, Input.Source, Input.Until, by, now, ct); break;
                case LineKind.Member:
                    if (string.IsNullOrWhiteSpace(Input.How)) throw new RuleBroken("Say how you know that it may be said: who told you, and when.", "How");
                    await verb.OfMember(Input.Theme, Input.Text, new(Input.Member ?? Guid.Empty, Input.Who, await Speaker(ct), Input.How), Input.Until, by, now, ct);
                    break;
                case LineKind.Network: await verb.OfNetwork(Input.Theme, Input.Mandate, Input.Until, by, now, ct); break;
                default: throw new RuleBroken("Say whose words they are.", "Kind");
            }
        })) return Page();
        this.Say("Set. It may be said from now on.");
        return Redirect("/desk/lines");
    }

    // Of the member's people the only one with that name; of two nobody guesses.
    private async Task<Guid?> Speaker(CancellationToken ct)
    {
        var name = (Input.Who ?? "").Folded();
        var named = await db.Set<Position>().Where(p => p.Organisation == Input.Member).Join(db.Set<Person>(), p => p.Person, p => p.Id, (_, p) => p).Where(p => p.SortName == name).Select(p => p.Canonical).Distinct().OrderBy(p => p).Take(2).ToListAsync(ct);
        return named is [var one] ? one : null;
    }

    private async Task Load(CancellationToken ct)
    {
        var today = sites.Today(clock);
        Themes = [new("Choose…", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
        Members = [new("Choose…", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        Mandates = [new("Choose…", ""), .. (await db.Set<Mandate>().AsNoTracking().Where(m => m.WithdrawnAt == null && m.By == DecisionBy.Members).OrderByDescending(m => m.GivenAt).ToListAsync(ct)).Where(m => m.ShutOn(today) is null).Select(m => new SelectListItem($"{m.Subject}, the view of {m.Whose}", m.Id.ToString()))];
    }
}
