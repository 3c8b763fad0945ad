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

    // The plan shows each as a tick; beyond this it says nothing more.
    private const int Most = 1000;

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var checks = await db.Set<DetailsCheck>().AsNoTracking().Where(c => c.SettledAt >= from && c.SettledAt < to).OrderBy(c => c.SettledAt).ThenBy(c => c.Id).Take(Most)
            .Join(db.Set<Person>(), c => c.Person, p => p.Id, (c, p) => new { c.SettledAt, Corrected = c.TakenOver, p.Canonical })
            .Join(db.Set<Person>(), c => c.Canonical, p => p.Id, (c, p) => new { c.SettledAt, c.Corrected, c.Canonical, p.Name }).ToListAsync(ct);
        return [.. checks.OrderBy(c => c.SettledAt).GroupBy(c => c.Canonical).Select(c => c.Last()).OrderBy(c => c.SettledAt).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => new Evidence(Code, c.SettledAt!.Value.DateIn(zone), $"{c.Name}’s details were {(c.Corrected ? "put right" : "checked")}", $"/desk/people/{c.Canonical}"))];
    }
}
