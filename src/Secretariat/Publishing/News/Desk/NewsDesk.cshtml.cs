using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.News.Desk;

/// <summary>What stands on the website, what waits for its hour, and which members have not been written about for months.</summary>
public sealed class NewsDeskModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 50, Recent = 3;

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public IReadOnlyList<PublishedItem> Rows { get; private set; } = [];
    public Guid? More { get; private set; }
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public TileMap Map { get; private set; } = new("", []);
    public Hold? Held { get; private set; }
    public int Published { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var query = db.Set<PublishedItem>().AsNoTracking();
        Published = await query.CountAsync(p => p.State == WebState.Published, ct);
        if (After is { } after && await query.Where(p => p.Id == after).Select(p => p.ApprovedAt).SingleOrDefaultAsync(ct) is { } at) query = query.Where(p => p.ApprovedAt < at || p.ApprovedAt == at && p.Id < after);
        var rows = await query.OrderByDescending(p => p.ApprovedAt).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
        var members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        Names = members.ToDictionary(m => m.Id, m => m.ShortName);
        var last = await LastTold(db, sites.Current.Zone, ct);
        Map = new TileMap("When each member was last in the news", [.. members.Select(m => !last.TryGetValue(m.Id, out var day)
            ? m.At($"/desk/members/{m.Code}", TileLook.Dashed, "never yet") : m.At($"/news?member={m.Code}", day.AddMonths(Recent) >= today ? TileLook.Filled : TileLook.Ring, $"last on {day.Plain()}"))],
            new TileMeaning(TileLook.Filled, $"in the last {Recent} months"), new TileMeaning(TileLook.Ring, "longer ago"), new TileMeaning(TileLook.Dashed, "never yet"));
        Held = await db.HoldOn([Hold.Public], clock.GetUtcNow(), ct);
    }

    /// <summary>The last day on which each member was in the news.</summary>
    internal static async Task<Dictionary<Guid, DateOnly>> LastTold(Db db, TimeZoneInfo zone, CancellationToken ct) =>
        (await db.Set<PublishedItem>().Where(p => p.State == WebState.Published).Select(p => new { p.About, p.PublishedAt }).ToListAsync(ct))
            .SelectMany(p => p.About, (p, member) => (member, Day: p.PublishedAt!.Value.DateIn(zone))).GroupBy(t => t.member).ToDictionary(g => g.Key, g => g.Max(t => t.Day));
}
