using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>Whoever named people for a member's places did so by a position at it.</summary>
public sealed class NamedByPosition : IActsByPosition
{
    public string Words => "people were named for places at an event by it.";

    public async Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct) =>
        (await (from ticket in db.Set<Ticket>()
                where ticket.NamedAt >= since && ticket.Allocation != null && ticket.Organisation != null
                join named in db.Set<Person>() on ticket.ThroughPerson equals named.Id
                join record in db.Set<Person>() on named.Canonical equals record.Canonical
                where people.Contains(record.Id)
                select new { record.Id, Organisation = ticket.Organisation!.Value }).Distinct().ToListAsync(ct)).ConvertAll(a => (a.Id, a.Organisation));
}
