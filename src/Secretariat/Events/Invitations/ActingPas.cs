using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

public sealed record ActingPa(Guid Person, string Name, string Email);

/// <summary>Who acts for whom on a day: a PA for the people named, and when nobody is named for the Chair of the same member. Merges are followed on both sides.</summary>
public static class ActingPas
{
    /// <param name="people">As they were asked: by whichever of their records.</param>
    public static async Task<ILookup<Guid, ActingPa>> For(Db db, IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken ct)
    {
        var pas = await (from position in Held(db, day)
                         where position.Kind == PositionKind.Pa
                         join record in db.Set<Person>() on position.Person equals record.Id
                         join person in db.Set<Person>() on record.Canonical equals person.Id
                         where person.EmailKey != ""
                         orderby person.SortName
                         select new { position.Organisation, position.ActsFor, person.Id, person.Name, person.Email }).ToListAsync(ct);
        var chairs = (await Held(db, day).Where(p => p.Kind == PositionKind.Chair).Select(p => new { p.Organisation, p.Person }).ToListAsync(ct)).ToLookup(p => p.Organisation, p => p.Person);
        var acts = pas.Select(pa => (Pa: new ActingPa(pa.Id, pa.Name, pa.Email), Of: pa.ActsFor.Count > 0 ? pa.ActsFor : chairs[pa.Organisation].ToList())).ToList();
        var read = await SamePerson.Read(db, [.. acts.SelectMany(a => a.Of).Concat(people).Distinct()], ct);
        var asked = people.ToLookup(p => read.GetValueOrDefault(p, p));
        return acts.SelectMany(a => a.Of.SelectMany(of => asked[read.GetValueOrDefault(of, of)]).Where(of => read[of] != a.Pa.Person).Select(of => (of, a.Pa)))
            .Distinct().ToLookup(p => p.of, p => p.Pa);
    }

    /// <summary>All records of themselves and of those they act for.</summary>
    public static async Task<IReadOnlySet<Guid>> Voices(Db db, Guid me, DateOnly day, CancellationToken ct)
    {
        var mine = await Held(db, day).AsNoTracking().Where(p => p.Kind == PositionKind.Pa && db.SameAs(me).Contains(p.Person)).ToListAsync(ct);
        var houses = mine.Where(p => p.ActsFor.Count == 0).Select(p => p.Organisation).ToList();
        var chairs = houses.Count == 0 ? [] : await Held(db, day).Where(p => houses.Contains(p.Organisation) && p.Kind == PositionKind.Chair).Select(p => p.Person).ToListAsync(ct);
        var named = mine.SelectMany(p => p.ActsFor).Concat(chairs).Append(me).Distinct().ToList();
        return await db.Set<Person>().Where(p => db.Set<Person>().Any(o => named.Contains(o.Id) && o.Canonical == p.Canonical)).Select(p => p.Id).ToHashSetAsync(ct);
    }

    private static IQueryable<Position> Held(Db db, DateOnly day) => db.Set<Position>().Where(p => p.From <= day && (p.To == null || day <= p.To));
}
