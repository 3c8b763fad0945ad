using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Publishing.Bulletins;

/// <param name="Got">People of the member who get it, or got it.</param>
/// <param name="Waiting">Letters still on their way.</param>
/// <param name="Not">Letters that failed, bounced, were stopped or may be lost.</param>
public sealed record MemberCount(MemberTile Member, int Got, int Waiting, int Not)
{
    public int All => Got + Waiting + Not;

    /// <summary>Filled when everybody there gets it, a ring when some do, dashed when nobody does.</summary>
    public TileLook Look => Got == 0 ? Waiting > 0 ? TileLook.Plain : TileLook.Dashed : Got == All ? TileLook.Filled : TileLook.Ring;
}

/// <summary>The same picture before and after sending: each member, with how many of its people a bulletin reaches.</summary>
public sealed class MemberCounts(Db db)
{
    public async Task<IReadOnlyList<MemberCount>> Expected(IReadOnlyList<Reader> readers, CancellationToken ct)
    {
        var stands = readers.SelectMany(r => r.Members.Select(m => (Member: m, r.Gets))).ToLookup(s => s.Member);
        return [.. (await Members(ct)).Select(m => new MemberCount(m, stands[m.Id].Count(s => s.Gets), 0, stands[m.Id].Count(s => !s.Gets)))];
    }

    /// <param name="day">Positions are those of the day it was sent: who has left since still got it for that member.</param>
    public async Task<IReadOnlyList<MemberCount>> Of(Guid batch, DateOnly day, CancellationToken ct)
    {
        var rows = await (
            from delivery in db.Set<Delivery>()
            where delivery.Batch == batch
            // What somebody held under a record that was merged, or is written to under another since, is theirs all the same.
            join to in db.Set<Person>() on delivery.Person equals to.Id
            join record in db.Set<Person>() on to.Canonical equals record.Canonical
            join position in db.Set<Position>() on record.Id equals position.Person
            where position.From <= day && (position.To == null || day <= position.To)
            select new { position.Organisation, delivery.Id, delivery.State }).Distinct()
            .GroupBy(r => new { r.Organisation, r.State }).Select(g => new { g.Key.Organisation, g.Key.State, Letters = g.Count() }).ToListAsync(ct);
        var counts = rows.ToLookup(r => r.Organisation);
        return [.. (await Members(ct)).Select(m => new MemberCount(m,
            counts[m.Id].Where(r => r.State == DeliveryState.Sent).Sum(r => r.Letters),
            counts[m.Id].Where(r => DeliveryMoves.Pending.Contains(r.State)).Sum(r => r.Letters),
            counts[m.Id].Where(r => r.State != DeliveryState.Sent && !DeliveryMoves.Pending.Contains(r.State)).Sum(r => r.Letters)))];
    }

    private Task<List<MemberTile>> Members(CancellationToken ct) => db.Set<Organisation>().AsNoTracking().AsTiles().ToListAsync(ct);
}
