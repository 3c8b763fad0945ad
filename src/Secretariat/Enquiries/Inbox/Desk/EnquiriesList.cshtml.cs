using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>The inbox: what is most pressing first; what is closed, the latest first.</summary>
public sealed class EnquiriesListModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 40;

    public sealed record Row(Enquiry Of, string Theme, string With, int Age);

    public sealed record Tab(string Code, string Words, int Count);

    /// <summary>"new", "handed-over", "waiting", "late", "closed", "spam".</summary>
    [BindProperty(SupportsGet = true)] public string? In { get; set; }

    [BindProperty(SupportsGet = true)] public string? Find { get; set; }

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public IReadOnlyList<Tab> Tabs { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }
    public DateOnly Today { get; private set; }
    public bool Searches => !string.IsNullOrWhiteSpace(Find);

    public string Address(string tab, Guid? after = null) => $"/desk/enquiries?in={tab}{(Searches ? $"&find={Uri.EscapeDataString(Find!)}" : "")}{(after is { } last ? $"&after={last}" : "")}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Today = sites.Today(clock);
        var all = db.Set<Enquiry>().AsNoTracking();
        if (Searches && Find!.Folded() is { Length: > 0 } words) all = all.Where(e => e.Found.Contains(words));
        await Count(all, ct);
        if (Tabs.All(t => t.Code != In)) In = Searches ? Tabs.FirstOrDefault(t => t.Count > 0)?.Code ?? "new" : "new";
        var here = await Paged(Of(all, In!), ct);
        Next = here.Count > PageSize ? here[PageSize - 1].Id : null;
        await Show([.. here.Take(PageSize)], ct);
    }

    private async Task Count(IQueryable<Enquiry> all, CancellationToken ct)
    {
        var states = await all.GroupBy(e => new { e.State, Late = e.Due < Today, Spam = e.ClosedAs == EnquiryEnd.Spam, Again = e.WroteAgainAt != null }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        int In(EnquiryState state, bool spam = false) => states.Where(s => s.Key.State == state && s.Key.Spam == spam).Sum(s => s.Count);
        Tabs =
        [
            new("new", "New", In(EnquiryState.New) + states.Where(s => s.Key.State == EnquiryState.Closed && s.Key.Again).Sum(s => s.Count)), new("handed-over", "Handed over", In(EnquiryState.HandedOver)), new("waiting", "Waiting for the enquirer", In(EnquiryState.Waiting)),
            new("late", "Overdue", states.Where(s => s.Key.State != EnquiryState.Closed && s.Key.Late).Sum(s => s.Count)), new("closed", "Closed", In(EnquiryState.Closed)), new("spam", "Spam", In(EnquiryState.Closed, spam: true)),
        ];
    }

    private IQueryable<Enquiry> Of(IQueryable<Enquiry> all, string tab) => tab switch
    {
        "handed-over" => all.Where(e => e.State == EnquiryState.HandedOver),
        "waiting" => all.Where(e => e.State == EnquiryState.Waiting),
        "late" => all.Where(e => e.State != EnquiryState.Closed && e.Due < Today),
        "closed" => all.Where(e => e.State == EnquiryState.Closed && e.ClosedAs != EnquiryEnd.Spam),
        "spam" => all.Where(e => e.ClosedAs == EnquiryEnd.Spam),
        // What was closed and has new words wants somebody to read them.
        _ => all.Where(e => e.State == EnquiryState.New || (e.State == EnquiryState.Closed && e.WroteAgainAt != null)),
    };

    private async Task<List<Enquiry>> Paged(IQueryable<Enquiry> here, CancellationToken ct)
    {
        var last = After is null ? null : await db.Set<Enquiry>().AsNoTracking().Where(e => e.Id == After).Select(e => new { e.Id, e.Due, e.ClosedAt }).SingleOrDefaultAsync(ct);
        if (In is "closed" or "spam")
        {
            if (last is not null) here = here.Where(e => e.ClosedAt < last.ClosedAt || (e.ClosedAt == last.ClosedAt && e.Id.CompareTo(last.Id) < 0));
            return await here.OrderByDescending(e => e.ClosedAt).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
        }
        if (last is not null) here = here.Where(e => e.Due > last.Due || (e.Due == last.Due && e.Id.CompareTo(last.Id) > 0));
        return await here.OrderBy(e => e.Due).ThenBy(e => e.Id).Take(PageSize + 1).ToListAsync(ct);
    }

    private async Task Show(List<Enquiry> here, CancellationToken ct)
    {
        var ids = here.Select(e => e.Id).ToList();
        var with = (await db.Set<Handover>().AsNoTracking().Where(h => ids.Contains(h.Enquiry)).Join(db.Set<Organisation>(), h => h.Member, o => o.Id, (h, o) => new { h.Enquiry, h.State, o.ShortName }).ToListAsync(ct)).ToLookup(h => h.Enquiry);
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var (days, zone) = (await OfficeDays.Load(db, ct), sites.Current.Zone);
        Rows = [.. here.Select(e => new Row(e, e.Theme is { } theme ? themes.GetValueOrDefault(theme, theme) : "", string.Join(", ", With(e).Distinct()), days.Between(e.ReceivedAt.DateIn(zone), e.ClosedAt?.DateIn(zone) ?? Today)))];

        IEnumerable<string> With(Enquiry of) => with[of.Id].Where(h => of.IsOpen ? h.State is HandoverState.Asked or HandoverState.Accepted : h.State is HandoverState.Answered or HandoverState.AlreadyDealing).Select(h => h.ShortName);
    }
}
