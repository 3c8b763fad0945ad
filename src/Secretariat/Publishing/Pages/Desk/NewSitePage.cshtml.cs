using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Pages.Desk;

/// <summary>Writes a page of the network's own, as a draft.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class NewSitePageModel(Db db, OwnAddresses addresses) : PageModel, IPageForm
{
    [BindProperty] public PageInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        SitePage? page = null;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var words = Input.Words();
            var slug = string.IsNullOrWhiteSpace(Input.Slug) ? Slugs.From(words.Title) : Input.Slug.Trim();
            addresses.Refuse(slug);
            if (await db.Set<SitePage>().AnyAsync(p => p.Slug == slug, ct)) throw new RuleBroken($"There is a page at /{slug} already. Change that one, or choose another address.", nameof(Input.Slug));
            page = new SitePage(slug, words);
            page.Show(Input.InFooter);
            db.Add(page);
            await db.Save(User.Actor(), "Write page", ct);
        })) return Page();
        this.Say("The draft is kept. Read and publish it when it is ready.");
        return Redirect($"/desk/pages/{page!.Id}");
    }
}
