using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Groupings;

/// <summary>A grouping on a day: who is in it, and who speaks for it on the board.</summary>
public sealed record BoardSeat(string Grouping, bool Invented, IReadOnlyList<BoardSeat.Member> Members, string? Chair, string? ChairOf, bool ChairInvented)
{
    public sealed record Member(string Code, string ShortName);

    /// <summary>Every grouping as it stood on a day, in its own order.</summary>
    public static async Task<IReadOnlyList<BoardSeat>> All(Db db, DateOnly day, CancellationToken ct)
    {
        var rows = await db.Set<Grouping>().AsNoTracking().OrderBy(g => g.Name).Select(g => new
        {
            g.Name,
            g.Invented,
            Members = g.Members.Where(m => m.From <= day && (m.To == null || day <= m.To))
                .Join(db.Set<Organisation>(), m => m.Organisation, o => o.Id, (m, o) => new { o.Code, o.ShortName, o.SortName }).OrderBy(o => o.SortName).ToList(),
            Holder = g.Seats.Where(s => s.From <= day && (s.To == null || day <= s.To))
                .Join(db.Set<Person>(), s => s.Person, p => p.Id, (s, p) => new
                {
                    p.Name,
                    p.Invented,
                    Of = db.Set<Position>().Where(x => x.Person == p.Id && x.Kind == PositionKind.Chair && x.From <= day && (x.To == null || day <= x.To))
                        .Join(db.Set<Organisation>(), x => x.Organisation, o => o.Id, (x, o) => o.ShortName).FirstOrDefault(),
                }).FirstOrDefault(),
        }).AsSingleQuery().ToListAsync(ct);
        return [.. rows.Select(g => new BoardSeat(g.Name, g.Invented, [.. g.Members.Select(m => new Member(m.Code, m.ShortName))], g.Holder?.Name, g.Holder?.Of, g.Holder?.Invented == true))];
    }
}
