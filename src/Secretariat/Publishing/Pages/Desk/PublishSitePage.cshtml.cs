using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages.Desk;

/// <summary>Somebody reads every word of a page and lets it stand there; or takes it off and says why.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class PublishSitePageModel(Db db, PublishPage publish, PutToMembers words, TimeProvider clock) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The hash of the text that was on the screen.</summary>
    [BindProperty] public string? Read { get; set; }

    public SitePage Of { get; private set; } = null!;
    public string Hash => Of.Words.Hash();
    public bool IsCurrent { get; private set; }
    public string? Refused { get; private set; }
    public Hold? Held { get; private set; }

    public sealed class Form
    {
        public ItemKind? Kind { get; set; }
        public string? Why { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => publish.Run(id, Read ?? "", Input.Kind, User.Actor(), ct))) return await Again(id, ct);
        this.Say("It is on the website.");
        return Redirect($"/desk/pages/{id}");
    }

    public async Task<IActionResult> OnPostOffAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => publish.TakeOff(id, Input.Why, User.Actor(), ct))) return await Again(id, ct);
        this.Say("It is off the website. Whoever comes to its address reads that it is gone.");
        return Redirect($"/desk/pages/{id}");
    }

    private async Task<IActionResult> Again(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await Load(id, ct);
        ModelState.Remove(nameof(Read));
        return Page();
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<SitePage>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } page) return false;
        Of = page;
        IsCurrent = page.State == WebState.Published && await db.Set<PageVersion>().AnyAsync(v => v.Page == id && v.Number == page.Latest && v.Hash == Hash, ct);
        Refused = PublishPage.Found(page, await words.All(ct))?.Refusal;
        Held = await db.HoldOn([Hold.Public], clock.GetUtcNow(), ct);
        return true;
    }
}
