using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;

namespace Secretariat.Members.Consent;

/// <summary>Leaves one list, or comes back to it. Letters of that list that are waiting are stopped too.</summary>
public sealed class LeaveList(Db db, TimeProvider clock)
{
    /// <summary>Twice is harmless: mail programs press the button more than once.</summary>
    public Task Leave(Guid? person, string address, string list, string how, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var email = EmailAddress.Parse(address);
        var now = clock.GetUtcNow();
        // Also when they left by another address before: each one is on the record, so that coming back finds it.
        if (!await db.Set<Unsubscription>().AnyAsync(u => u.List == list && u.CameBackAt == null && u.AddressKey == email.Key && (person == null || u.Person == person), ct))
        {
            db.Add(new Unsubscription(person, email, list, now, how));
            await db.Save(by, $"Leave {list}", ct);
        }
        await Suppressions.Stop(db, email.Key, list, $"Left this list on {now:d MMMM yyyy}.", now, ct);
    }, ct);

    public Task ComeBack(Guid? person, string address, string list, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var email = EmailAddress.Parse(address);
        var gone = await Gone(person, email.Key, list).ToListAsync(ct);
        foreach (var left in gone) left.ComeBack(clock.GetUtcNow());
        // Every address they left by, the one they come back by, and those that their records have now.
        var now = await db.Set<Person>().Where(p => db.SameAs(person).Contains(p.Id) && p.EmailKey != "").Select(p => p.EmailKey).ToListAsync(ct);
        foreach (var address in gone.Select(g => g.AddressKey).Append(email.Key).Concat(now).Distinct()) await Suppressions.Allow(db, address, list, ct);
        await db.Save(by, $"Come back to {list}", ct);
    }, ct);

    /// <summary>They left, and have not come back.</summary>
    public Task<bool> HasLeft(Guid? person, string address, string list, CancellationToken ct) => Gone(person, EmailAddress.Parse(address).Key, list).AnyAsync(ct);

    private IQueryable<Unsubscription> Gone(Guid? person, string addressKey, string list) =>
        db.Set<Unsubscription>().Where(u => u.List == list && u.CameBackAt == null && (u.AddressKey == addressKey
            || db.Set<Person>().Any(p => db.SameAs(person).Contains(p.Id) && (p.Id == u.Person || (p.Canonical != p.Id && p.EmailKey == u.AddressKey)))));
}
