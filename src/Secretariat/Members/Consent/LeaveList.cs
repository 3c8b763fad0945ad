using Microsoft.EntityFrameworkCore;
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
        if (!await Gone(person, email.Key, list).AnyAsync(ct))
        {
            db.Add(new Unsubscription(person, email, list, now, how));
            await db.Save(by, $"Leave {list}", ct);
        }
        await Suppressions.Stop(db, email.Key, list, $"Left this list on {now:d MMMM yyyy}.", now, ct);
    }, ct);

    public Task ComeBack(Guid? person, string address, string list, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var email = EmailAddress.Parse(address);
        foreach (var gone in await Gone(person, email.Key, list).ToListAsync(ct))
        {
            gone.ComeBack(clock.GetUtcNow());
            await Suppressions.Allow(db, gone.AddressKey, list, ct);
        }
        await db.Save(by, $"Come back to {list}", ct);
    }, ct);

    private IQueryable<Unsubscription> Gone(Guid? person, string addressKey, string list) =>
        db.Set<Unsubscription>().Where(u => u.List == list && u.CameBackAt == null && (u.AddressKey == addressKey || (person != null && u.Person == person)));
}
