using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes;

/// <summary>Proposing and ranking for a member, by the signed link or signed in: the same page and the same verbs.</summary>
public abstract class WishPage(Db db, RankWishes verb, Sites sites, TimeProvider clock) : PageModel
{
    private string _me = "";
    private Guid _person;

    [BindProperty] public WishInput Input { get; set; } = new();

    public sealed class WishInput
    {
        /// <summary>Which of the two forms it is.</summary>
        public bool Proposes { get; set; }

        public List<Guid?> Places { get; set; } = [];
        public string? Title { get; set; }
        public string? Theme { get; set; }
        public string? Why { get; set; }
    }

    public WishCall? Call { get; private set; }
    public string MemberName { get; private set; } = "";
    public Guid Member { get; private set; }
    public IReadOnlyList<Wish> Wishes { get; private set; } = [];
    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public bool Answered { get; private set; }
    public bool IsOpen { get; private set; }

    public IEnumerable<SelectListItem> Choices => Wishes.Select(w => new SelectListItem(w.Title, w.Id.ToString())).Prepend(new("none", ""));
    public IEnumerable<SelectListItem> ThemeChoices => Themes.Select(t => new SelectListItem(t.Name, t.Code)).Prepend(new("no theme of ours", ""));

    protected async Task<bool> Load(Guid member, Guid person, Guid? call, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), sites.Today(clock));
        var voices = await ActingPas.Voices(db, person, today, ct);
        if ((await ChiefExecutives.On(db, today, ct)).FirstOrDefault(s => s.Member == member && voices.Contains(s.Record)) is not { } seat) return false;
        (Member, MemberName, _person) = (member, seat.MemberName, person);
        _me = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);
        Call = await db.Set<WishCall>().AsNoTracking().Where(c => call == null || c.Id == call).OrderByDescending(c => c.Closes).FirstOrDefaultAsync(ct);
        if (Call is null) return true;
        IsOpen = Call.ClosesAt(sites.Current.Zone) > now;
        Wishes = await db.Set<Wish>().AsNoTracking().Where(w => w.Call == Call.Id).OrderBy(w => w.At).ThenBy(w => w.Id).ToListAsync(ct);
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        var ranking = await db.Set<WishRanking>().AsNoTracking().SingleOrDefaultAsync(r => r.Call == Call.Id && r.Member == member, ct);
        Answered = ranking is not null;
        if (!HttpMethods.IsPost(Request.Method) && ranking is not null) Input.Places = [.. ranking.Order];
        return true;
    }

    protected async Task<bool> Said(CancellationToken ct)
    {
        if (Call is not { } call || !ModelState.IsValid) return false;
        var (by, now) = (new Actor(_person, _me), clock.GetUtcNow());
        return await this.Try(() => Input.Proposes
            ? verb.Propose(call.Id, Member, _person, new(Input.Title, Input.Theme, Input.Why), by, now, ct)
            : verb.Rank(call.Id, Member, _person, Input.Places, by, now, ct));
    }
}
