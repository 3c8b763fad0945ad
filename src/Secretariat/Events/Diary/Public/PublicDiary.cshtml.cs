using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Public;

/// <summary>What everybody may know of.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Event)])]
public sealed class PublicDiaryModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<Event> ToCome { get; private set; } = [];
    public IReadOnlyList<Event> Before { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        ToCome = await DiaryFeeds.Open(db).Where(e => e.Day >= today).OrderBy(e => e.Day).ThenBy(e => e.Starts).Take(Shown).ToListAsync(ct);
        Before = await DiaryFeeds.Open(db).Where(e => e.Day < today && e.State == EventState.Held).OrderByDescending(e => e.Day).Take(Shown).ToListAsync(ct);
    }
}
