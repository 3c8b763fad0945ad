using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Pages.Public;

/// <summary>A page of the network's own at its address. What was taken off says so there, and why.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(SitePage), nameof(PageVersion)])]
public sealed class OwnPageModel(PublicPages pages, IEnumerable<IPrivacyPart> features, Settings settings) : PageModel
{
    public ShownPage? Shown { get; private set; }
    /// <summary>On the privacy page: what each feature keeps, read from its own settings so that it stays true.</summary>
    public IReadOnlyList<PrivacyPart> Kept { get; private set; } = [];

    public string? Gone { get; private set; }
    public Uri Address { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        Address = new Uri(settings.Url, $"/{slug}");
        if ((Shown = await pages.Of(slug, ct)) is not null)
        {
            if (slug == FirstPages.Privacy) Kept = await WhatIsKept(ct);
            return Page();
        }
        if ((Gone = await pages.Gone(slug, ct)) is null) return NotFound();
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task<IReadOnlyList<PrivacyPart>> WhatIsKept(CancellationToken ct)
    {
        var parts = new List<PrivacyPart>();
        foreach (var feature in features)
        {
            PublicCache.Tag(HttpContext, feature.Tags);
            parts.Add(await feature.Of(ct));
        }
        return parts;
    }
}
