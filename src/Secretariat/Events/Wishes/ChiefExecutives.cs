using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>Who speaks for which member on workshops: its chief executives.</summary>
public static class ChiefExecutives
{
    public sealed record Seat(Guid Member, string MemberName, Guid Record, Guid Person, string Name, string Email);

    public static async Task<IReadOnlyList<Seat>> On(Db db, DateOnly day, CancellationToken ct) =>
        [.. (await (from position in db.Set<Position>()
                    where position.Kind == PositionKind.ChiefExecutive && position.From <= day && (position.To == null || day <= position.To)
                    join member in db.Set<Organisation>() on position.Organisation equals member.Id
                    where member.Kind == OrganisationKind.Member
                    join record in db.Set<Person>() on position.Person equals record.Id
                    join person in db.Set<Person>() on record.Canonical equals person.Id
                    where person.EmailKey != ""
                    orderby member.SortName, person.SortName
                    select new Seat(member.Id, member.ShortName, record.Id, person.Id, person.Name, person.Email)).ToListAsync(ct)).DistinctBy(s => (s.Member, s.Person))];
}
