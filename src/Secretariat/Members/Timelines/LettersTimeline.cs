using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Members.Timelines;

/// <summary>Letters and what became of them, and the lists that somebody left. Letters to sign in are nobody's story.</summary>
public sealed class LettersTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var letters = await (from delivery in db.Set<Delivery>().AsNoTracking()
                             where delivery.Person != null && records.Contains(delivery.Person.Value) && delivery.At < span.Before
                             join batch in db.Set<Batch>() on delivery.Batch equals batch.Id
                             where batch.Priority != Priority.Account
                             orderby delivery.At descending
                             select new { batch.Id, batch.Title, batch.Class, batch.About, delivery.State, delivery.Why, delivery.At, delivery.Address }).Take(span.Most).ToListAsync(ct);
        var left = await db.Set<Unsubscription>().AsNoTracking().Where(u => u.Person != null && records.Contains(u.Person.Value) && u.At < span.Before).ToListAsync(ct);
        return [.. letters.Select(l => new People.LetterLine(l.Id, l.Title, l.Class, l.About, l.Address, l.State, l.Why, l.At)).Select(l =>
                new TimelineLine(l.At, $"{l.Title}: {l.Words}", l.State == DeliveryState.Sent ? "" : l.Why, l.Href ?? $"/desk/deliveries/{l.Id}", TimelineRoom.My)),
            .. left.Select(u => new TimelineLine(u.At, $"Left the list “{u.List}”", u.How, null, TimelineRoom.My)),
            .. left.Where(u => u.CameBackAt < span.Before).Select(u => new TimelineLine(u.CameBackAt!.Value, $"Came back to the list “{u.List}”", "", null, TimelineRoom.My))];
    }

    /// <summary>For an organisation each mailing is one line: how many of those who were there on its day it reached.</summary>
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var there = from position in db.Set<People.Position>()
                    where position.Organisation == organisation
                    join record in db.Set<People.Person>() on position.Person equals record.Id
                    join same in db.Set<People.Person>() on record.Canonical equals same.Canonical
                    select new { same.Id, position.From, position.To };
        var batches = await (from batch in db.Set<Batch>().AsNoTracking()
                             where batch.At < span.Before && batch.Priority != Priority.Account && db.Set<Delivery>().Any(d => d.Batch == batch.Id && there.Any(t => t.Id == d.Person))
                             orderby batch.At descending
                             select new
                             {
                                 batch.Id,
                                 batch.Title,
                                 batch.Class,
                                 batch.About,
                                 batch.At,
                                 All = db.Set<Delivery>().Count(d => d.Batch == batch.Id && there.Any(t => t.Id == d.Person)),
                                 Sent = db.Set<Delivery>().Count(d => d.Batch == batch.Id && d.State == DeliveryState.Sent && there.Any(t => t.Id == d.Person)),
                             }).Take(span.Most).ToListAsync(ct);
        return [.. batches.Select(b => new TimelineLine(b.At, b.Title, b.Sent == b.All ? $"sent to {(b.All == 1 ? "one of its people" : $"{b.All} of its people")}" : $"sent to {b.Sent} of {b.All} of its people",
            b is { About: { } edition, Class: "bulletin" } ? $"/desk/bulletins/{edition}" : $"/desk/deliveries/{b.Id}", TimelineRoom.My))];
    }
}
