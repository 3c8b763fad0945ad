using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Groupings;

/// <summary>The Board's seats that are filled at the end of a period, each once, however often it changed hands.</summary>
public sealed class SeatsFilled(Db db) : IEvidence
{
    public const string Code = "seats-filled";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var held = await (from seat in db.Set<Seat>()
                          where seat.From <= last && (seat.To == null || last <= seat.To)
                          join grouping in db.Set<Grouping>() on seat.Grouping equals grouping.Id
                          join person in db.Set<Person>() on seat.Person equals person.Id
                          select new { seat.From, grouping.Code, grouping.Name, Holder = person.Name }).ToListAsync(ct);
        // Who held it before the period began fills it from the period's first day.
        return [.. held.Select(s => new Evidence(Code, s.From < first ? first : s.From, $"{s.Name}: {s.Holder}", $"/desk/groupings/{s.Code}")).OrderBy(e => e.Date).ThenBy(e => e.Title, StringComparer.Ordinal)];
    }
}
