using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Checks;

/// <summary>How true the list of contacts is: of whoever holds a position, how many looked at their details within a year.</summary>
public static class Freshness
{
    private const int Months = 12;

    /// <summary>Everybody who holds a position on a day, each once, by the record that is read.</summary>
    public static IQueryable<Person> Holders(Db db, DateOnly day)
    {
        var held = db.Set<Position>().Where(p => p.From <= day && (p.To == null || day <= p.To)).Join(db.Set<Person>(), p => p.Person, p => p.Id, (_, p) => p.Canonical);
        return db.Set<Person>().AsNoTracking().Where(p => held.Contains(p.Id));
    }

    /// <summary>Those of them whose details were right, or put right, within the twelve months before a moment.</summary>
    public static IQueryable<Person> Checked(Db db, DateOnly day, DateTimeOffset now)
    {
        var since = now.AddMonths(-Months);
        var settled = db.Set<DetailsCheck>().Where(DetailsCheck.Counts).Where(c => c.SettledAt >= since && c.SettledAt <= now).Join(db.Set<Person>(), c => c.Person, p => p.Id, (_, p) => p.Canonical);
        return Holders(db, day).Where(p => settled.Contains(p.Id));
    }

    /// <summary>When the details of somebody, by whichever record, were last right or put right.</summary>
    public static Task<DetailsCheck?> Last(Db db, Guid person, CancellationToken ct) =>
        db.Set<DetailsCheck>().AsNoTracking().Where(DetailsCheck.Counts).Where(c => db.SameAs(person).Contains(c.Person)).OrderByDescending(c => c.SettledAt).FirstOrDefaultAsync(ct);

    /// <summary>Of an organisation's people on a day: how many there are, and how many looked within a year.</summary>
    public static async Task<(int People, int Checked)> Of(Db db, Guid organisation, DateOnly day, DateTimeOffset now, CancellationToken ct)
    {
        var there = db.Set<Position>().Where(p => p.Organisation == organisation && p.From <= day && (p.To == null || day <= p.To)).Join(db.Set<Person>(), p => p.Person, p => p.Id, (_, p) => p.Canonical);
        return (await there.Distinct().CountAsync(ct), await Checked(db, day, now).CountAsync(p => there.Contains(p.Id), ct));
    }
}
