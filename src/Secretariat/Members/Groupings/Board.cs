using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Groupings;

/// <param name="ChairOf">The member whose Chair they are on the day; null when they are no longer Chair of any in the grouping.</param>
public sealed record SeatHolder(Guid Person, string Name, bool Invented, SpokenFor? ChairOf, DateOnly From, DateOnly? To);

public sealed record SpokenFor(Guid Id, string Code, string Name);

/// <param name="Number">Its number on the map and in the table.</param>
/// <param name="Holder">Null when the seat is vacant on the day.</param>
public sealed record BoardSeat(int Number, Guid Id, string Code, string Name, bool Invented, SeatHolder? Holder, IReadOnlyList<SpokenFor> Members);

/// <summary>Answers from the dates who was on the Management Board on a day, and for which members each spoke.</summary>
public static class Board
{
    /// <summary>The seats whose holders may speak on a day: each is Chair, on that day, of a member in the grouping.</summary>
    public static IQueryable<Seat> Speaking(Db db, DateOnly day) =>
        from seat in db.Set<Seat>()
        where seat.From <= day && (seat.To == null || day <= seat.To)
        where db.Set<Position>().Any(p => (p.Person == seat.Person || db.Set<Person>().Any(one => one.Id == seat.Person && db.Set<Person>().Any(o => o.Id == p.Person && o.Canonical == one.Canonical))) && p.Kind == PositionKind.Chair && p.From <= day && (p.To == null || day <= p.To)
            && db.Set<GroupingMember>().Any(m => m.Grouping == seat.Grouping && m.Organisation == p.Organisation && m.From <= day && (m.To == null || day <= m.To)))
        select seat;

    public static async Task<IReadOnlyList<BoardSeat>> On(Db db, DateOnly day, CancellationToken ct)
    {
        var groupings = await db.Set<Grouping>().AsNoTracking().OrderBy(g => g.Name).Select(g => new { g.Id, g.Code, g.Name, g.Invented }).ToListAsync(ct);
        var members = (await db.Set<GroupingMember>().Where(m => m.From <= day && (m.To == null || day <= m.To))
            .Join(db.Set<Organisation>(), m => m.Organisation, o => o.Id, (m, o) => new { m.Grouping, o.SortName, Member = new SpokenFor(o.Id, o.Code, o.ShortName) })
            .OrderBy(m => m.SortName).ToListAsync(ct)).ToLookup(m => m.Grouping, m => m.Member);
        var seats = await db.Set<Seat>().Where(s => s.From <= day && (s.To == null || day <= s.To))
            .Join(db.Set<Person>(), s => s.Person, p => p.Id, (s, p) => new { s.Grouping, s.From, s.To, p.Canonical })
            .Join(db.Set<Person>(), s => s.Canonical, p => p.Id, (s, p) => new { s.Grouping, s.From, s.To, p.Id, p.Name, p.Invented }).ToListAsync(ct);
        var people = seats.Select(s => s.Id).ToList();
        var chairs = (await db.Set<Position>().Where(p => p.Kind == PositionKind.Chair && p.From <= day && (p.To == null || day <= p.To))
            .Join(db.Set<Person>().Where(p => people.Contains(p.Canonical)), p => p.Person, p => p.Id, (p, person) => new { person.Canonical, p.Organisation }).ToListAsync(ct)).ToLookup(p => p.Canonical, p => p.Organisation);
        return [.. groupings.Select((g, i) => new BoardSeat(i + 1, g.Id, g.Code, g.Name, g.Invented,
            seats.Where(s => s.Grouping == g.Id).Select(s => new SeatHolder(s.Id, s.Name, s.Invented, members[g.Id].FirstOrDefault(m => chairs[s.Id].Contains(m.Id)), s.From, s.To)).FirstOrDefault(),
            [.. members[g.Id]]))];
    }
}
