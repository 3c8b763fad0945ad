using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Pages.Desk;

/// <summary>The draft of a page, and what stood there before.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class EditSitePageModel(Db db) : PageModel, IPageForm
{
    [BindProperty] public PageInput Input { get; set; } = new();

    /// <summary>The version whose words are taken into the draft.</summary>
    [BindProperty(SupportsGet = true)] public int? From { get; set; }

    public SitePage Of { get; private set; } = null!;
    public IReadOnlyList<PageVersion> Versions { get; private set; } = [];
    public bool IsChanged => Versions.Count == 0 || Versions[0].Hash != Of.Words.Hash() || Versions[0].InFooter != Of.InFooter;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var before = From is { } number ? Versions.FirstOrDefault(v => v.Number == number) : null;
        From = before?.Number;
        Input = PageInput.Of(Of, before?.Words ?? Of.Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        From = null;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Of.Write(Input.Words());
            Of.Show(Input.InFooter);
            db.Entry(Of).Property(p => p.Version).OriginalValue = Input.Version;
            await db.Save(User.Actor(), "Write page", ct);
        })) return Page();
        this.Say(IsChanged ? "The draft is kept. Everybody reads it once somebody has published it." : "It is kept. The website shows these words already.");
        return Redirect($"/desk/pages/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<SitePage>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } page) return false;
        Of = page;
        Versions = await db.Set<PageVersion>().AsNoTracking().Where(v => v.Page == id).OrderByDescending(v => v.Number).ToListAsync(ct);
        return true;
    }
}
