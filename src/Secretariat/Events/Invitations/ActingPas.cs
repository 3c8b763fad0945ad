using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

public sealed record ActingPa(Guid Person, string Name, string Email);

/// <summary>Who acts for whom on a day: a PA for the people named, and when nobody is named for the Chair of the same member.</summary>
public static class ActingPas
{
    public static async Task<ILookup<Guid, ActingPa>> For(Db db, IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken ct)
    {
        var pas = await (from position in db.Set<Position>()
                         where position.Kind == PositionKind.Pa && position.From <= day && (position.To == null || day <= position.To)
                         join person in db.Set<Person>() on position.Person equals person.Id
                         where person.EmailKey != ""
                         orderby person.SortName
                         select new { position.Organisation, position.ActsFor, person.Id, person.Name, person.Email }).ToListAsync(ct);
        var chairs = (await db.Set<Position>().Where(p => p.Kind == PositionKind.Chair && p.From <= day && (p.To == null || day <= p.To)).Select(p => new { p.Organisation, p.Person }).ToListAsync(ct)).ToLookup(p => p.Organisation, p => p.Person);
        return pas.SelectMany(pa => (pa.ActsFor.Count > 0 ? pa.ActsFor : [.. chairs[pa.Organisation]]).Where(people.Contains).Select(of => (of, new ActingPa(pa.Id, pa.Name, pa.Email))))
            .Distinct().ToLookup(p => p.of, p => p.Item2);
    }

    /// <summary>Themselves and those they act for.</summary>
    public static async Task<IReadOnlySet<Guid>> Voices(Db db, Guid me, DateOnly day, CancellationToken ct)
    {
        var mine = await db.Set<Position>().AsNoTracking().Where(p => p.Person == me && p.Kind == PositionKind.Pa && p.From <= day && (p.To == null || day <= p.To)).ToListAsync(ct);
        var houses = mine.Where(p => p.ActsFor.Count == 0).Select(p => p.Organisation).ToList();
        var chairs = houses.Count == 0 ? [] : await db.Set<Position>().Where(p => houses.Contains(p.Organisation) && p.Kind == PositionKind.Chair && p.From <= day && (p.To == null || day <= p.To)).Select(p => p.Person).ToListAsync(ct);
        return mine.SelectMany(p => p.ActsFor).Concat(chairs).Append(me).ToHashSet();
    }
}
