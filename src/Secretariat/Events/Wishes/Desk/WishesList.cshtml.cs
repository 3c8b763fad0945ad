using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes.Desk;

public sealed class WishesListModel(Db db, RankWishes verb, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Asked(DateOnly Closes, bool IsOpen, int Answered);

    /// <param name="Workshop">That was made of it and not called off.</param>
    public sealed record Row(Wish Wish, Guid? Workshop, string Member, string? Theme, int Points, int First, int Members);

    [BindProperty] public CallInput Input { get; set; } = new();

    /// <summary>An earlier call, as its wishes are found; null for the latest.</summary>
    [BindProperty(SupportsGet = true, Name = "call")] public Guid? Earlier { get; set; }

    public sealed class CallInput
    {
        public DateOnly? Closes { get; set; }
    }

    public Asked? Call { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Members { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (!ModelState.IsValid || !await this.Try(() => verb.Open(Input.Closes, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("Asked. It joins the next weekly letter of each chief executive.");
        return Redirect("/desk/events/wishes");
    }

    private async Task Load(CancellationToken ct)
    {
        var today = sites.Today(clock);
        Members = (await ChiefExecutives.On(db, today, ct)).Select(s => s.Member).Distinct().Count();
        if (await db.Set<WishCall>().AsNoTracking().Where(c => Earlier == null || c.Id == Earlier).OrderByDescending(c => c.Closes).FirstOrDefaultAsync(ct) is not { } call) return;
        var wishes = await db.Set<Wish>().AsNoTracking().Where(w => w.Call == call.Id).OrderBy(w => w.At).ThenBy(w => w.Id)
            .Join(db.Set<Organisation>(), w => w.Member, o => o.Id, (wish, member) => new { wish, member.ShortName }).ToDictionaryAsync(w => w.wish.Id, ct);
        var rankings = await db.Set<WishRanking>().AsNoTracking().Where(r => r.Call == call.Id).Select(r => r.Order).ToListAsync(ct);
        var themes = await db.Set<Theme>().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var off = await db.Set<Event>().Where(e => e.State == EventState.Cancelled && db.Set<Wish>().Any(w => w.Call == call.Id && w.MadeInto == e.Id)).Select(e => (Guid?)e.Id).ToHashSetAsync(ct);
        Call = new(call.Closes, call.IsOpen(today), rankings.Count);
        Rows = [.. WishCount.Of([.. wishes.Values.OrderBy(w => w.wish.At).Select(w => w.wish.Id)], rankings)
            .Select(l => new Row(wishes[l.Wish].wish, wishes[l.Wish].wish.MadeInto is { } made && !off.Contains(made) ? made : null, wishes[l.Wish].ShortName, wishes[l.Wish].wish.Theme is { } t ? themes.GetValueOrDefault(t, t) : null, l.Points, l.First, l.Members))];
    }
}
