using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <summary>What somebody was asked to, what they answered and where they were. That a place was taken stays, without the person.</summary>
public sealed class InviteePersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Invitee)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["events_invited_to"] = await db.Set<Invitee>().AsNoTracking().Where(i => i.Person == person).OrderBy(i => i.InvitedAt)
            .Join(db.Set<Event>(), i => i.Event, e => e.Id, (i, e) => new { e.Title, e.Day, i.Role, i.Reason, i.Reply, i.RepliedAt, i.Through, i.DeputyName, i.DeputyEmail, i.DeputyRole, i.Presence }).ToListAsync(ct),
        ["events_named_deputy_for"] = await As(db, person).AsNoTracking().OrderBy(i => i.InvitedAt)
            .Join(db.Set<Event>(), i => i.Event, e => e.Id, (i, e) => new { e.Title, e.Day, i.DeputyName, i.DeputyEmail, i.DeputyRole, i.Presence }).ToListAsync(ct),
        ["events_answered_for_others"] = await db.Set<Invitee>().AsNoTracking().Where(i => i.ThroughPerson == person).OrderBy(i => i.InvitedAt)
            .Join(db.Set<Event>(), i => i.Event, e => e.Id, (i, e) => new { e.Title, e.Day, i.Through, i.RepliedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var invitee in await As(db, person).ToListAsync(ct)) invitee.ForgetDeputy();
        foreach (var invitee in await db.Set<Invitee>().Where(i => i.ThroughPerson == person).ToListAsync(ct)) invitee.ForgetThrough();
        foreach (var invitee in await db.Set<Invitee>().Where(i => i.Person == person).ToListAsync(ct)) invitee.Forget();
    }

    // A deputy was typed by address, not chosen as a person.
    private static IQueryable<Invitee> As(Db db, Guid person) =>
        db.Set<Invitee>().Where(i => i.DeputyKey != null && db.Set<Person>().Any(p => p.Id == person && p.EmailKey == i.DeputyKey));
}
