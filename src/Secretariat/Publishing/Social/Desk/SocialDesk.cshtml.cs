using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Social.Desk;

/// <summary>All posts, what waits first, and what the year comes to by channel.</summary>
public sealed class SocialDeskModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public sealed record ChannelRow(string Name, int Posted, int Not, int Unknown, int Planned, int Covered);

    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public DateOnly YearFrom { get; private set; }
    public IReadOnlyList<ChannelRow> Channels { get; private set; } = [];
    public int Covered { get; private set; }
    public int Members { get; private set; }
    public IReadOnlyList<SocialPost> Rows { get; private set; } = [];
    public Guid? More { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        YearFrom = NextBulletin.YearOf(sites.Today(clock), sites.Current);
        await Sums(ct);
        var query = db.Set<SocialPost>().AsNoTracking();
        if (After is { } after && await query.Where(p => p.Id == after).Select(p => (DateOnly?)p.Day).SingleOrDefaultAsync(ct) is { } day) query = query.Where(p => p.Day < day || (p.Day == day && p.Id < after));
        var rows = await query.OrderByDescending(p => p.Day).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }

    private async Task Sums(CancellationToken ct)
    {
        var (from, to) = (YearFrom, YearFrom.AddYears(1));
        var year = await db.Set<SocialPost>().AsNoTracking().Where(p => (p.PostedOn ?? p.Day) >= from && (p.PostedOn ?? p.Day) < to).Select(p => new { p.Channel, p.State, p.About }).ToListAsync(ct);
        var members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).Select(o => o.Id).ToHashSetAsync(ct);
        int Cover(SocialChannel? channel) => year.Where(p => p.State == PostState.Posted && (channel is null || p.Channel == channel)).SelectMany(p => p.About).Where(members.Contains).Distinct().Count();
        Channels = [.. Social.Channels.All.Select(c => new ChannelRow(c.Name, Count(c.Channel, PostState.Posted), Count(c.Channel, PostState.NotPosted), Count(c.Channel, PostState.Unknown), Count(c.Channel, PostState.Planned), Cover(c.Channel)))];
        (Covered, Members) = (Cover(null), members.Count);

        int Count(SocialChannel channel, PostState state) => year.Count(p => p.Channel == channel && p.State == state);
    }
}
