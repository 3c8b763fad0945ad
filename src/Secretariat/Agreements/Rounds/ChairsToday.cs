using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <param name="Member">Whose Chair it is.</param>
public sealed record NamedChair(Guid Person, string Name, string Member = "");

/// <summary>Who is Chair of a member on a day.</summary>
public static class ChairsToday
{
    public static async Task<IReadOnlyList<NamedChair>> On(Db db, DateOnly day, CancellationToken ct)
    {
        var chairs = await (from position in db.Set<Position>()
                            where position.Kind == PositionKind.Chair && position.From <= day && (position.To == null || day <= position.To)
                            join member in db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member) on position.Organisation equals member.Id
                            join record in db.Set<Person>() on position.Person equals record.Id
                            join person in db.Set<Person>() on record.Canonical equals person.Id
                            // Nobody is without an address but who was erased.
                            where person.EmailKey != ""
                            orderby person.SortName, member.SortName
                            select new NamedChair(person.Id, person.Name, member.Name)).ToListAsync(ct);
        return [.. chairs.DistinctBy(c => c.Person)];
    }
}
