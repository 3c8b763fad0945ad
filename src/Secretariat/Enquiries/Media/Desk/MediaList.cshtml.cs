using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media.Desk;

/// <summary>What the media asked: those who wait first, then by what came of it.</summary>
public sealed class MediaListModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 40;

    public sealed record Row(MediaRequest Of, string? Member, int Rung);

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public IReadOnlyList<Row> Open { get; private set; } = [];
    public IReadOnlyList<Row> Closed { get; private set; } = [];
    public IReadOnlyDictionary<MediaOutcome, int> Outcomes { get; private set; } = new Dictionary<MediaOutcome, int>();
    public Guid? Next { get; private set; }
    public IReadOnlyList<string> Holds { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = clock.GetUtcNow();
        Holds = await MediaHold.Words(db, Now, sites.Current.Zone, ct);
        var rows = from request in db.Set<MediaRequest>().AsNoTracking()
                   join body in db.Set<Organisation>() on request.Member equals body.Id into members
                   from member in members.DefaultIfEmpty()
                   select new { request, Member = member == null ? null : member.ShortName, Rung = db.Set<MediaCall>().Where(c => c.Request == request.Id).Select(c => c.Person ?? c.Id).Distinct().Count() };
        Open = [.. (await rows.Where(r => r.request.Outcome == null).OrderBy(r => r.request.Deadline == null).ThenBy(r => r.request.Deadline).Take(200).ToListAsync(ct)).Select(r => new Row(r.request, r.Member, r.Rung))];
        Outcomes = await db.Set<MediaRequest>().Where(r => r.Outcome != null).GroupBy(r => r.Outcome!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var closed = rows.Where(r => r.request.Outcome != null);
        if (After is not null && await db.Set<MediaRequest>().AsNoTracking().Where(r => r.Id == After).Select(r => new { r.Id, r.ClosedAt }).SingleOrDefaultAsync(ct) is { } last)
            closed = closed.Where(r => r.request.ClosedAt < last.ClosedAt || (r.request.ClosedAt == last.ClosedAt && r.request.Id.CompareTo(last.Id) < 0));
        var found = await closed.OrderByDescending(r => r.request.ClosedAt).ThenByDescending(r => r.request.Id).Take(PageSize + 1).ToListAsync(ct);
        Closed = [.. found.Take(PageSize).Select(r => new Row(r.request, r.Member, r.Rung))];
        Next = found.Count > PageSize ? found[PageSize - 1].request.Id : null;
    }
}
