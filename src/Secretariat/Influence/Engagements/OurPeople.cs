using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <param name="Capacity">"the team", "Chair on the Board for the North West".</param>
public sealed record OurPerson(Guid Person, string Name, string Capacity, bool OnTheBoard);

/// <summary>Who can stand for the network at a contact on a day: the Chairs with a seat on the Board, and the team.</summary>
public static class OurPeople
{
    public static async Task<IReadOnlyList<OurPerson>> On(Db db, DateOnly day, CancellationToken ct)
    {
        var chairs = await (from seat in Board.Speaking(db, day)
                            join grouping in db.Set<Grouping>() on seat.Grouping equals grouping.Id
                            join record in db.Set<Person>() on seat.Person equals record.Id
                            join person in db.Set<Person>() on record.Canonical equals person.Id
                            where person.EmailKey != ""
                            orderby person.SortName
                            select new OurPerson(person.Id, person.Name, "Chair on the Board for " + grouping.Name, true)).ToListAsync(ct);
        var team = await (from position in db.Set<Position>()
                          where position.Kind == PositionKind.Staff && position.From <= day && (position.To == null || day <= position.To)
                          join record in db.Set<Person>() on position.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where person.EmailKey != ""
                          orderby person.SortName
                          select new OurPerson(person.Id, person.Name, "the team", false)).ToListAsync(ct);
        return [.. team.Concat(chairs).DistinctBy(p => p.Person)];
    }
}
