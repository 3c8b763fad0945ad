using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Platform.Clocks;
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
                    select new { same.Id, same.Canonical, position.From, position.To };
        var held = (await there.ToListAsync(ct)).ToLookup(t => t.Id);
        var (lines, seen, upTo) = (new List<TimelineLine>(), new List<Guid>(), span.Before);
        // Letters of those who came later or had left are nothing of its story, so more may have to be asked for.
        while (lines.Count < span.Most)
        {
            var batches = await db.Set<Batch>().AsNoTracking()
                .Where(b => b.At < span.Before && b.At <= upTo && !seen.Contains(b.Id) && b.Priority != Priority.Account && db.Set<Delivery>().Any(d => d.Batch == b.Id && there.Any(t => t.Id == d.Person)))
                .OrderByDescending(b => b.At).Take(span.Most).Select(b => new { b.Id, b.Title, b.Class, b.About, b.At }).ToListAsync(ct);
            if (batches.Count == 0) break;
            var ids = batches.ConvertAll(b => b.Id);
            var letters = (await db.Set<Delivery>().AsNoTracking().Where(d => ids.Contains(d.Batch) && there.Any(t => t.Id == d.Person)).Select(d => new { d.Batch, d.Person, d.State, d.Why }).ToListAsync(ct)).ToLookup(d => d.Batch);
            foreach (var batch in batches)
            {
                var day = batch.At.DateIn(span.Zone);
                // Whoever has two records is one of its people.
                var people = letters[batch.Id].Where(l => !Audiences.ChosenPeople.IsElsewhere(l.Why)).SelectMany(l => held[l.Person!.Value].Where(h => h.From <= day && (h.To is null || day <= h.To)).Select(h => (h.Canonical, Sent: l.State == DeliveryState.Sent)))
                    .GroupBy(p => p.Canonical).Select(p => p.Any(l => l.Sent)).ToList();
                if (people.Count == 0) continue;
                var (all, sent) = (people.Count, people.Count(s => s));
                lines.Add(new TimelineLine(batch.At, batch.Title, sent == all ? $"sent to {(all == 1 ? "one of its people" : $"{all} of its people")}" : $"sent to {sent} of {all} of its people",
                    People.LetterLine.HrefOf(batch.Class, batch.About) ?? $"/desk/deliveries/{batch.Id}", TimelineRoom.My));
            }
            seen.AddRange(ids);
            upTo = batches[^1].At;
        }
        return lines;
    }
}
