using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <summary>Whoever answered an invitation for somebody, a PA for example, did so by a position at the same member.</summary>
public sealed class InvitationAnsweredByPosition : IActsByPosition
{
    public string Words => "an invitation was answered by it.";

    public async Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct) =>
        (await (from invitee in db.Set<Invitee>()
                where invitee.RepliedAt >= since && invitee.Organisation != null
                join answered in db.Set<Person>() on invitee.ThroughPerson ?? invitee.Person equals answered.Id
                join record in db.Set<Person>() on answered.Canonical equals record.Canonical
                where people.Contains(record.Id)
                select new { record.Id, Organisation = invitee.Organisation!.Value }).Distinct().ToListAsync(ct)).ConvertAll(a => (a.Id, a.Organisation));
}
