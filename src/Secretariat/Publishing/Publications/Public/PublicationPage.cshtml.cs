using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications.Public;

/// <summary>One publication at its own address. What was taken off says so there, and why.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Publication), nameof(Organisation), nameof(Theme)])]
public sealed class PublicationPageModel(Db db, PublishedFiles published, Settings settings, Sites sites) : PageModel
{
    public Publication? Of { get; private set; }
    public IReadOnlyList<NamedMember> About { get; private set; } = [];
    public Theme? Theme { get; private set; }
    public string? Gone { get; private set; }
    public Uri Address => new(settings.Url, Of!.Path);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if ((Of = await published.Shown().SingleOrDefaultAsync(p => p.Slug == slug, ct)) is { } shown)
        {
            About = await db.Set<Organisation>().Where(o => shown.About.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
            Theme = await db.Set<Theme>().AsNoTracking().FirstOrDefaultAsync(t => t.Code == shown.Theme, ct);
            return Page();
        }
        // Only what everybody could read says that it is gone; of what was the members' own, nothing is told.
        Gone = await db.Set<Publication>().Where(p => p.Slug == slug && p.State == WebState.TakenOff && p.Circulation == Circulation.Public).Select(p => p.TakenOffWhy).SingleOrDefaultAsync(ct);
        if (Gone is null) return NotFound();
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>As schema.org has it. The serializer writes angle brackets as escapes, so it cannot end the element that it stands in.</summary>
    public string JsonLd => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "DigitalDocument",
        ["name"] = Of!.Title,
        ["description"] = Of.Summary,
        ["url"] = Address.AbsoluteUri,
        ["datePublished"] = Of.Date.ToString("O"),
        ["encodingFormat"] = Of.FileType,
        ["isAccessibleForFree"] = true,
        ["associatedMedia"] = new Dictionary<string, object?> { ["@type"] = "MediaObject", ["contentUrl"] = $"{Address.AbsoluteUri}/file", ["encodingFormat"] = Of.FileType, ["contentSize"] = $"{Of.Bytes} B" },
        ["publisher"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = sites.Current.Name, ["url"] = settings.Url.AbsoluteUri },
        ["about"] = About.Select(m => new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = m.Name, ["url"] = new Uri(settings.Url, $"/members/{m.Code}").AbsoluteUri }).ToList(),
    });
}
