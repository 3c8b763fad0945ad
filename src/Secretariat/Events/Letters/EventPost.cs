using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <param name="Class">Whose composer writes it.</param>
/// <param name="Title">What it is, before the event's title: "Cancelled".</param>
public sealed record EventPosting(string Class, string Title, string? Content = null)
{
    /// <summary>Whoever acts for them gets it too.</summary>
    public bool InCopy { get; init; }

    /// <summary>To the deputy instead of the one who was asked.</summary>
    public Func<Invitee, bool> ToDeputy { get; init; } = i => i.DeputyEmail is not null;
}

/// <summary>Puts the letters about an event into the ledger, in the caller's transaction: one batch for all, each address once.</summary>
public sealed class EventPost(Db db, FreezeBatch freeze, Sites sites, TimeProvider clock)
{
    /// <summary>To invitees, or to the deputies they named instead of them.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> ToComers(Event at, EventPosting what, IReadOnlyList<Invitee> invitees, Actor by, CancellationToken ct)
    {
        var asked = invitees.Select(i => i.Id).ToList();
        var there = await db.Set<Invitee>().Where(i => asked.Contains(i.Id)).ThereOn(db, sites.Today(clock)).Select(i => i.Id).ToHashSetAsync(ct);
        // New ones are not saved yet, and were chosen by the position that they hold now.
        invitees = [.. invitees.Where(i => there.Contains(i.Id) || db.Entry(i).State == EntityState.Added)];
        var deputies = invitees.Where(i => i.DeputyEmail is not null && what.ToDeputy(i)).ToList();
        var themselves = invitees.Except(deputies).Where(i => i.Person is not null).ToList();
        var people = themselves.Select(i => i.Person!.Value).ToList();
        var addresses = await (from record in db.Set<Person>()
                               where people.Contains(record.Id)
                               join person in db.Set<Person>() on record.Canonical equals person.Id
                               where person.EmailKey != ""
                               select new { record.Id, person.Email }).ToDictionaryAsync(p => p.Id, p => p.Email, ct);
        var pas = await InCopy(what, invitees, ct);
        List<Recipient> to = [.. deputies.Select(i => new Recipient(null, i.DeputyEmail!, EventLetter.Merge(i.DeputyName!, i.Id, deputy: i.DeputiesNamed))),
            .. themselves.Where(i => addresses.ContainsKey(i.Person!.Value)).Select(i => new Recipient(i.Person, addresses[i.Person!.Value], EventLetter.Merge(i.Name, i.Id))),
            .. invitees.Where(i => i.Person is not null).SelectMany(i => pas[i.Person!.Value].Select(pa => new Recipient(pa.Person, pa.Email, EventLetter.Merge(pa.Name, i.Id, i.Name))))];
        if (to.Count == 0) return 0;
        var batch = new BatchPlan(Guid.CreateVersion7(), what.Class, $"{what.Title}: {at.Title}", Priority.Service, clock.GetUtcNow()) { About = at.Id, Content = what.Content };
        return (await freeze.Run(batch, to, by, ct)).Queued;
    }

    private async Task<ILookup<Guid, ActingPa>> InCopy(EventPosting what, IReadOnlyList<Invitee> invitees, CancellationToken ct) =>
        what.InCopy ? await ActingPas.For(db, [.. invitees.Select(i => i.Person).OfType<Guid>()], sites.Today(clock), ct) : Enumerable.Empty<(Guid Of, ActingPa Pa)>().ToLookup(p => p.Of, p => p.Pa);

    /// <summary>To one person, at once.</summary>
    /// <param name="merge">As <see cref="EventLetter.Merge"/> makes it.</param>
    public Guid One(Event at, EventPosting what, Guid? person, string address, IReadOnlyDictionary<string, string> merge)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        db.Add(new Batch { Id = id, Class = what.Class, Title = $"{what.Title}: {at.Title}", About = at.Id, Priority = Priority.Service, Content = what.Content, NotBefore = now, At = now, State = BatchState.Open });
        db.Add(Delivery.Queue(id, person, Platform.Mailing.EmailAddress.Parse(address), System.Text.Json.JsonSerializer.Serialize(merge), now));
        return id;
    }
}
