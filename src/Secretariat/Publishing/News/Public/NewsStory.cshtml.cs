using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News.Public;

/// <summary>One story at its own address. What was taken off says so there, and why.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(PublishedItem), nameof(Item), nameof(Mandate), nameof(Organisation)])]
public sealed class NewsStoryModel(Db db, PublicNews news, Settings settings, Sites sites) : PageModel
{
    public NewsPage Shown { get; private set; } = null!;
    public IReadOnlyList<Story> Others { get; private set; } = [];

    /// <summary>Why it is gone; null while it stands here.</summary>
    public string? Gone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await news.Of(slug, ct) is { } story)
        {
            Shown = await NewsPage.Of(db, story, settings.Url, sites.Current, ct);
            Others = [.. (await news.Latest(4, ct)).Where(s => s.Of.Id != story.Of.Id).Take(3)];
            return Page();
        }
        if (await db.Set<PublishedItem>().AsNoTracking().SingleOrDefaultAsync(p => p.Slug == slug && p.PublishedAt != null, ct) is not { } gone) return NotFound();
        Gone = gone.TakenOffWhy ?? "It may not be shown any more.";
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
