using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Members.People;

/// <summary>Answers sign-in and rights from people, their positions and the board's seats.</summary>
public sealed class WhoIs(Db db) : IWhoIs
{
    // Rights are asked at each request, and the record that is read comes with them: nobody asks for it again.
    private (Guid Person, Guid Canonical, IReadOnlyCollection<Guid> Records)? _read;

    public async Task<KnownPerson?> ByEmail(string email, CancellationToken ct) =>
        EmailAddress.TryParse(email) is not { } address ? null
        // By the address of a merged record as well: it is theirs, and the letter goes to whoever reads it.
        : await db.Set<Person>().AsNoTracking().Where(p => p.EmailKey == address.Key).OrderBy(p => p.MergedInto != null).ThenBy(p => p.Id)
            .Join(db.Set<Person>(), p => p.Canonical, c => c.Id, (p, c) => new { p.MergedInto, p.Id, Known = new KnownPerson(c.Id, c.Name, p.Email) })
            .OrderBy(p => p.MergedInto != null).ThenBy(p => p.Id).Select(p => p.Known).FirstOrDefaultAsync(ct);

    public async Task<KnownPerson?> ById(Guid person, CancellationToken ct) =>
        await db.Set<Person>().AsNoTracking().Where(p => p.Id == person).Select(p => new KnownPerson(p.Id, p.Name, p.Email)).FirstOrDefaultAsync(ct);

    public async Task<Guid> Canonical(Guid person, CancellationToken ct) =>
        _read?.Person == person ? _read.Value.Canonical : await db.Set<Person>().Where(p => p.Id == person).Select(p => (Guid?)p.Canonical).FirstOrDefaultAsync(ct) ?? person;

    public async Task<IReadOnlyCollection<Guid>> Records(Guid person, CancellationToken ct) =>
        _read?.Person == person ? _read.Value.Records : [person, .. await db.SameAs(person).Where(r => r != person).ToListAsync(ct)];

    public async Task<IReadOnlySet<Role>> RolesOn(Guid person, DateOnly day, CancellationToken ct)
    {
        var held = await (from one in db.Set<Person>()
                          where one.Id == person
                          join record in db.Set<Person>() on one.Canonical equals record.Canonical
                          join position in db.Set<Position>().Where(p => p.From <= day && (p.To == null || day <= p.To)) on record.Id equals position.Person into positions
                          from position in positions.DefaultIfEmpty()
                          select new { one.Canonical, Record = record.Id, Kind = position == null ? null : (PositionKind?)position.Kind }).Distinct().ToListAsync(ct);
        var read = held.Count == 0 ? person : held[0].Canonical;
        _read = (person, read, [person, .. held.Select(h => h.Record).Distinct().Where(r => r != person)]);
        var roles = held.Select(h => h.Kind).OfType<PositionKind>().Select(RoleOf).OfType<Role>().ToHashSet();
        if (roles.Contains(Role.Chair) && await db.Set<Seat>().AnyAsync(s => db.RecordsOf(read).Contains(s.Person) && s.From <= day && (s.To == null || day <= s.To), ct))
            roles.Add(Role.Board);
        return roles;
    }

    /// <summary>Staff of the secretariat are granted their role: a position alone does not open the desk.</summary>
    private static Role? RoleOf(PositionKind kind) => kind switch
    {
        PositionKind.Chair => Role.Chair,
        PositionKind.ChiefExecutive => Role.ChiefExecutive,
        // Named to answer for their member, and for the rest what a member of its board may do.
        PositionKind.Deputy => Role.BoardMember,
        PositionKind.BoardMember => Role.BoardMember,
        PositionKind.Officer => Role.Officer,
        PositionKind.Press => Role.Press,
        PositionKind.Pa => Role.Pa,
        PositionKind.Partner => Role.Partner,
        _ => null,
    };
}
