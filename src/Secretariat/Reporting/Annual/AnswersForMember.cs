using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>Who fills in for a member (its Chair, chief executive, deputy, officers, and a PA of theirs), and who signs it off: the Chair or the chief executive themselves.</summary>
public static class AnswersForMember
{
    public static async Task<bool> May(Db db, Guid member, Guid person, DateOnly day, CancellationToken ct) => (await SpeaksFor.Members(db, person, day, ct)).Any(m => m.Id == member);

    /// <returns>The position in words; null when they may not.</returns>
    public static async Task<string?> SignsAs(Db db, Guid member, Guid person, DateOnly day, CancellationToken ct)
    {
        var held = await Signers(db, day).Where(p => p.Organisation == member && db.SameAs(person).Contains(p.Person)).Select(p => p.Kind).ToListAsync(ct);
        return held.Count == 0 ? null : held.Contains(PositionKind.Chair) ? PositionKind.Chair.Words() : PositionKind.ChiefExecutive.Words();
    }

    /// <summary>Chairs and chief executives, by the record that is read for them.</summary>
    public static async Task<IReadOnlyList<Seat>> Seats(Db db, DateOnly day, CancellationToken ct) =>
        await (from position in Signers(db, day)
               join record in db.Set<Person>() on position.Person equals record.Id
               join person in db.Set<Person>() on record.Canonical equals person.Id
               where person.EmailKey != ""
               orderby person.SortName
               select new Seat(position.Organisation, position.Kind, position.Person, person.Id, person.Name, person.Email)).ToListAsync(ct);

    /// <param name="Record">As the position has it; <paramref name="Person"/> is who is read for it now.</param>
    public sealed record Seat(Guid Member, PositionKind Kind, Guid Record, Guid Person, string Name, string Email);

    private static IQueryable<Position> Signers(Db db, DateOnly day) =>
        db.Set<Position>().AsNoTracking().Where(p => (p.Kind == PositionKind.Chair || p.Kind == PositionKind.ChiefExecutive) && p.From <= day && (p.To == null || day <= p.To));
}
