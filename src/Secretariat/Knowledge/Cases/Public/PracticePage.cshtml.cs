using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases.Public;

/// <summary>One case at its own address, without who to ask: that is the members'. What was taken back says so there, and why.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(PracticeCase), nameof(CaseUse), nameof(Organisation), nameof(Theme)])]
public sealed class PracticePageModel(Db db, SharedCases shared, ReadCase read, Settings settings) : PageModel
{
    public CaseShown? Shown { get; private set; }
    public string Gone { get; private set; } = "";
    public Uri Address => new(settings.Url, Shown!.Of.Path);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await shared.Shown().SingleOrDefaultAsync(r => r.Of.Slug == slug, ct) is { } row)
        {
            Shown = await read.Of(row.Of, row.Words, ct);
            return Page();
        }
        // Only what everybody could read says that it is gone; of what was the members' own, nothing is told.
        if (await db.Set<PracticeCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && c.WasPublic, ct) is not { } gone) return NotFound();
        Gone = gone.TakenBackWhy ?? (gone.PublicFrom is { } from ? $"Its next version stands here from {from.Long()}." : "It is for members only now.");
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
