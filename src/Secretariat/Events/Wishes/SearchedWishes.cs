using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes;

/// <summary>What chief executives wished workshops to be about, and each time they were asked.</summary>
public sealed class SearchedWishes(Sites sites) : ISearchable
{
    private const string Page = "/desk/events/wishes";

    public string Kind => "wish";
    public string Heading => "Wishes for workshops";

    public Guid? Of(Record saved) => saved switch { Wish wish => wish.Id, WishCall call => call.Id, _ => null };

    public IQueryable<Guid> All(Db db) => db.Set<Wish>().Select(w => w.Id).Concat(db.Set<WishCall>().Select(c => c.Id));

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var wishes = await db.Set<Wish>().AsNoTracking().Where(w => ids.Contains(w.Id)).Join(db.Set<Organisation>(), w => w.Member, o => o.Id, (w, o) => new { w, Member = o.ShortName }).ToListAsync(ct);
        var calls = await db.Set<WishCall>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        return [.. wishes.Select(x => new SearchWords(x.w.Id, x.w.Title,
                string.Join(" · ", new[] { $"proposed by {x.Member}", x.w.MadeInto is null ? null : "a workshop was made of it", x.w.Why }.Where(w => w is not null)), x.w.MadeInto is { } made ? $"/desk/events/{made}" : $"{Page}?call={x.w.Call}", x.w.At.DateIn(zone))),
            .. calls.Select(c => new SearchWords(c.Id, $"Chief executives asked what workshops should be about, until {c.Closes.Plain()}", "wishes", $"{Page}?call={c.Id}", c.OpenedAt.DateIn(zone)))];
    }
}
