using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.Desk;

/// <summary>One contact: what was said, who was there, and what became of what was promised.</summary>
public sealed class ShowEngagementModel(Db db, LogEngagement verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public MoreInput Input { get; set; } = new();
    [BindProperty] public PromiseInput Settling { get; set; } = new();

    public sealed class MoreInput
    {
        public string? Who { get; set; }
        [StringLength(Promise.MaxWhat)] public string? What { get; set; }
        public DateOnly? Due { get; set; }
        [StringLength(Engagement.MaxWhy)] public string? Why { get; set; }
    }

    public Engagement Of { get; private set; } = null!;
    public Organisation Body { get; private set; } = null!;
    public string Theme { get; private set; } = "";
    public DateOnly Today => sites.Today(clock);
    public IReadOnlyList<EngagementPerson> There { get; private set; } = [];
    public IReadOnlyList<EngagementPerson> Ours => [.. There.Where(p => p.Ours && p.Person is not null)];
    public IReadOnlyList<Promise> Promises { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPromiseAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var draft = new PromiseDraft(Guid.TryParse(Input.Who, out var person) ? person : null, Input.What, Input.Due);
        if (!ModelState.IsValid || !await this.Try(() => verb.AddPromise(id, draft, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/influence/engagements/{id}#promises");
    }

    public async Task<IActionResult> OnPostSettleAsync(Guid id, [FromForm] Guid promise, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<Promise>().SingleOrDefaultAsync(p => p.Id == promise && p.Engagement == id, ct) is not { } made) return NotFound();
        var (today, now) = (Today, clock.GetUtcNow());
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            try { Settling.Say(made, today, now); }
            // Its fields stand in a row without room for a sentence of their own.
            catch (RuleBroken no) { throw new RuleBroken($"{made.What}: {no.Message}"); }
            await db.Save(User.Actor(), Settling.Verb, ct);
        })) return Page();
        return Redirect($"/desk/influence/engagements/{id}#promises");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var of = await db.Set<Engagement>().SingleAsync(e => e.Id == id, ct);
        var now = clock.GetUtcNow();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            of.TakeBack(Input.Why);
            foreach (var open in await db.Set<Promise>().Where(p => p.Engagement == id && p.End == null).ToListAsync(ct)) open.LetGo("The contact was logged in error.", now);
            await db.Save(User.Actor(), "Take engagement back", ct);
        })) return Page();
        this.Say("Taken back. It counts no more.");
        return Redirect($"/desk/influence/engagements/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Engagement>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } of) return false;
        Of = of;
        Body = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == of.Organisation, ct);
        if (of.Theme is { } theme) Theme = await db.Set<Theme>().Where(t => t.Code == theme).Select(t => t.Name).SingleOrDefaultAsync(ct) ?? theme;
        There = await db.Set<EngagementPerson>().AsNoTracking().Where(p => p.Engagement == id).OrderByDescending(p => p.Ours).ThenBy(p => p.Name).ToListAsync(ct);
        Promises = await db.Set<Promise>().AsNoTracking().Where(p => p.Engagement == id).OrderBy(p => p.Due).ThenBy(p => p.Id).ToListAsync(ct);
        return true;
    }
}
