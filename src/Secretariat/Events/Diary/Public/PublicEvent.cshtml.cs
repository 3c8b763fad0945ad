using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Papers;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Diary.Public;

/// <summary>One public event, with those of its papers that are public too.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Event), nameof(EventPaper), nameof(ProgrammeSession), nameof(Ticketing)])]
public sealed class PublicEventModel(Db db) : PageModel
{
    public Event At { get; private set; } = null!;
    public IReadOnlyList<EventPaper> Papers { get; private set; } = [];

    public IReadOnlyList<ProgrammeSession> Sessions { get; private set; } = [];

    /// <summary>Everybody may ask for a place.</summary>
    public bool HasPlaces { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await DiaryFeeds.Open(db).SingleOrDefaultAsync(e => e.Slug == slug, ct) is not { } at) return NotFound();
        At = at;
        Papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == at.Id && p.Circulation == Circulation.Public && p.Link != null).OrderBy(p => p.Place).ToListAsync(ct);
        Sessions = await db.Set<ProgrammeSession>().AsNoTracking().Where(s => s.Event == at.Id && s.Circulation == Circulation.Public).OrderBy(s => s.Starts).ThenBy(s => s.Ends).ThenBy(s => s.Room).ToListAsync(ct);
        HasPlaces = at.State == EventState.Announced && await db.Set<Ticketing>().AnyAsync(t => t.Event == at.Id && t.ForPublic, ct);
        return Page();
    }
}
