using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Handovers;

/// <param name="Why">"takes enquiries there", "chief executive".</param>
public sealed record HandoverTo(Guid Member, Guid Person, string Name, string Email, string? Phone, string Why);

/// <summary>To whom at a member an enquiry goes: whoever takes enquiries there, else its chief executive, else its Chair.</summary>
public static class Recipients
{
    public static async Task<IReadOnlyDictionary<Guid, HandoverTo>> Of(Db db, IReadOnlyCollection<Guid> members, DateOnly day, CancellationToken ct)
    {
        // By the record that is read: somebody may have been merged since the position was taken.
        var held = await (from position in db.Set<Position>().AsNoTracking()
                          where members.Contains(position.Organisation) && position.From <= day && (position.To == null || day <= position.To)
                          join record in db.Set<Person>() on position.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where person.EmailKey != ""
                          select new { position.Organisation, position.Kind, Record = record.Id, person.Id, person.Name, person.SortName, person.Email, person.Phone }).ToListAsync(ct);
        var chosen = await db.Set<EnquiryContact>().AsNoTracking().Where(c => members.Contains(c.Member)).ToDictionaryAsync(c => c.Member, c => c.Person, ct);
        var found = new Dictionary<Guid, HandoverTo>();
        foreach (var house in held.GroupBy(p => p.Organisation))
        {
            var ranked = house.OrderBy(p => p.Kind).ThenBy(p => p.SortName, StringComparer.Ordinal).ToList();
            var contact = chosen.TryGetValue(house.Key, out var named) ? ranked.Find(p => p.Record == named || p.Id == named) : null;
            if ((contact ?? ranked.Find(p => p.Kind == PositionKind.ChiefExecutive) ?? ranked.Find(p => p.Kind == PositionKind.Chair)) is { } to)
                found[house.Key] = new(house.Key, to.Id, to.Name, to.Email, to.Phone, contact is not null ? "takes enquiries there" : to.Kind.Words());
        }
        return found;
    }

    /// <summary>Whether somebody may still act on what was handed to a member: they hold a position there, whichever.</summary>
    public static Task<bool> Belongs(Db db, Guid person, Guid member, DateOnly day, CancellationToken ct) =>
        db.Set<Position>().AnyAsync(p => p.Organisation == member && p.From <= day && (p.To == null || day <= p.To)
            && db.Set<Person>().Any(r => r.Id == p.Person && db.Set<Person>().Any(o => o.Id == person && o.Canonical == r.Canonical)), ct);

    /// <summary>The same of many: those that were written to somebody who still belongs to the member.</summary>
    public static IQueryable<Handover> StillTheirs(this IQueryable<Handover> handovers, Db db, DateOnly day) =>
        handovers.Where(h => db.Set<Position>().Any(p => p.Organisation == h.Member && p.From <= day && (p.To == null || day <= p.To)
            && db.Set<Person>().Any(r => r.Id == p.Person && db.Set<Person>().Any(o => o.Id == h.Person && o.Canonical == r.Canonical))));
}
