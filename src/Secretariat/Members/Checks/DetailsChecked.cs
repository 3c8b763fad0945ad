using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks;

/// <summary>Contacts that were looked at: each person once in a period, on the day their details were right or put right.</summary>
public sealed class DetailsChecked(Db db, Sites sites) : IEvidence
{
    public const string Code = "details-checked";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        // Grouped before it is counted: somebody who looks ten times is one contact that was checked.
        var checks = await db.Set<DetailsCheck>().Where(DetailsCheck.Counts).Where(c => c.SettledAt >= from && c.SettledAt < to)
            .Join(db.Set<Person>(), c => c.Person, p => p.Id, (c, p) => new { c.SettledAt, Corrected = c.TakenOver ? 1 : 0, p.Canonical })
            .GroupBy(c => c.Canonical).Select(g => new { Canonical = g.Key, At = g.Max(c => c.SettledAt)!.Value, Corrected = g.Max(c => c.Corrected) == 1 })
            .Join(db.Set<Person>(), c => c.Canonical, p => p.Id, (c, p) => new { c.At, c.Corrected, c.Canonical, p.Name }).ToListAsync(ct);
        return [.. checks.OrderBy(c => c.At).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => new Evidence(Code, c.At.DateIn(zone), $"{c.Name}’s details were {(c.Corrected ? "put right" : "checked")}", $"/desk/people/{c.Canonical}"))];
    }
}
