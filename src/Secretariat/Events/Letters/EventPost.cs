using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Events.Letters;

/// <summary>Puts the letters about an event into the ledger, in the caller's transaction: one batch for all, each address once.</summary>
public sealed class EventPost(Db db, FreezeBatch freeze, TimeProvider clock)
{
    /// <summary>To invitees, and to the deputies they named instead of them.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> ToComers(Event at, string kind, string title, IReadOnlyList<Invitee> invitees, string? content, Actor by, CancellationToken ct)
    {
        var people = invitees.Where(i => i.DeputyEmail is null).Select(i => i.Person).OfType<Guid>().ToList();
        var addresses = await (from record in db.Set<Person>()
                               where people.Contains(record.Id)
                               join person in db.Set<Person>() on record.Canonical equals person.Id
                               where person.EmailKey != ""
                               select new { record.Id, person.Email }).ToDictionaryAsync(p => p.Id, p => p.Email, ct);
        List<Recipient> to = [.. invitees.Where(i => i.DeputyEmail is not null).Select(i => new Recipient(null, i.DeputyEmail!, EventLetter.Merge(i.DeputyName!, i.Id))),
            .. invitees.Where(i => i.DeputyEmail is null && i.Person is { } p && addresses.ContainsKey(p)).Select(i => new Recipient(i.Person, addresses[i.Person!.Value], EventLetter.Merge(i.Name, i.Id)))];
        if (to.Count == 0) return 0;
        var batch = new BatchPlan(Guid.CreateVersion7(), kind, $"{title}: {at.Title}", Priority.Service, clock.GetUtcNow()) { About = at.Id, Content = content };
        return (await freeze.Run(batch, to, by, ct)).Queued;
    }

    public Guid One(Event at, string kind, string title, string name, string address, Guid? person, Guid invitee, string? content = null, string? actsFor = null)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        db.Add(new Batch { Id = id, Class = kind, Title = $"{title}: {at.Title}", About = at.Id, Priority = Priority.Service, Content = content, NotBefore = now, At = now, State = BatchState.Open });
        db.Add(Delivery.Queue(id, person, Platform.Mailing.EmailAddress.Parse(address), System.Text.Json.JsonSerializer.Serialize(EventLetter.Merge(name, invitee, actsFor)), now));
        return id;
    }
}
