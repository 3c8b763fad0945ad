using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications.Desk;

/// <summary>All publications, the newest first, with how often each was taken.</summary>
public sealed class PublicationsDeskModel(Db db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public IReadOnlyList<Publication> Rows { get; private set; } = [];
    public Guid? More { get; private set; }
    public IReadOnlyDictionary<Guid, int> Times { get; private set; } = new Dictionary<Guid, int>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = db.Set<Publication>().AsNoTracking();
        if (After is { } last && await query.Where(p => p.Id == last).Select(p => (DateOnly?)p.Date).SingleOrDefaultAsync(ct) is { } date) query = query.Where(p => p.Date < date || p.Date == date && p.Id < last);
        var rows = await query.OrderByDescending(p => p.Date).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
        Times = await db.TimesTaken(ct);
    }

    public string Words(WebState state) => state switch { WebState.Published => "published", WebState.Scheduled => "approved", WebState.TakenOff => "taken off", _ => "kept here" };
}
