using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.Groupings;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>Who somebody is and was here. Erasing keeps that the positions and seats were held, so that past decisions still add up, without the person.</summary>
public sealed class PeoplePersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Person), typeof(Position), typeof(Seat), typeof(Unsubscription)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct)
    {
        var positions = await db.Set<Position>().AsNoTracking().Where(p => p.Person == person).WithOrganisation(db).ToListAsync(ct);
        return new Dictionary<string, object?>
        {
            ["person"] = await db.Set<Person>().AsNoTracking().Where(p => p.Id == person).Select(p => new { p.Name, p.Email, p.Phone, p.MergedInto }).FirstOrDefaultAsync(ct),
            ["positions"] = positions.OrderBy(p => p.From).Select(p => new { p.Organisation, Position = p.Kind.Words(), p.Title, p.From, p.To, p.Themes, p.ActsFor }).ToList(),
            ["acted_for_by"] = await ActingFor(person).Select(p => p.Person).ToListAsync(ct),
            ["seats"] = await db.Set<Seat>().Where(s => s.Person == person).OrderBy(s => s.From)
                .Join(db.Set<Grouping>(), s => s.Grouping, g => g.Id, (s, g) => new { g.Name, s.From, s.To }).ToListAsync(ct),
            ["lists_left"] = await db.Set<Unsubscription>().AsNoTracking().Where(u => u.Person == person).OrderBy(u => u.At)
                .Select(u => new { u.List, Address = u.AddressKey, u.At, u.How, u.CameBackAt }).ToListAsync(ct),
        };
    }

    public async Task Erase(Guid person, CancellationToken ct)
    {
        if (await db.Set<Person>().Include(p => p.Positions).FirstOrDefaultAsync(p => p.Id == person, ct) is not { } known) return;
        known.Erase();
        foreach (var gone in await db.Set<Unsubscription>().Where(u => u.Person == person).ToListAsync(ct)) gone.Forget();
    }

    private IQueryable<Position> ActingFor(Guid person) => db.Set<Position>().Where(p => p.ActsFor.Contains(person));
}
