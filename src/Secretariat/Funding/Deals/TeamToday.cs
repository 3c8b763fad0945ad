using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>Who of the team can look after a deal.</summary>
public static class TeamToday
{
    public sealed record Colleague(Guid Person, string Name);

    public static async Task<IReadOnlyList<Colleague>> On(Db db, DateOnly day, CancellationToken ct) =>
        [.. (await (from position in db.Set<Position>()
                    where position.Kind == PositionKind.Staff && position.From <= day && (position.To == null || day <= position.To)
                    join record in db.Set<Person>() on position.Person equals record.Id
                    join person in db.Set<Person>() on record.Canonical equals person.Id
                    where person.EmailKey != ""
                    orderby person.SortName
                    select new Colleague(person.Id, person.Name)).ToListAsync(ct)).DistinctBy(c => c.Person)];
}
