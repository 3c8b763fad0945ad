using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <param name="Promised">The day that the plan's calendar names for it; null when the plan promises no more.</param>
public sealed record Next(int Number, DateOnly Year, DateOnly? Promised);

/// <summary>The number that the next bulletin bears in its year, and the day the plan promised it for. A cancelled one gave its number back.</summary>
public sealed class NextBulletin(Db db, Sites sites, TimeProvider clock)
{
    public Task<Next> Find(CancellationToken ct) => Find(clock.GetUtcNow().DateIn(sites.Current.Zone), ct);

    public async Task<Next> Find(DateOnly today, CancellationToken ct)
    {
        var year = YearOf(today, sites.Current);
        var taken = await db.Set<Edition>().Where(e => e.Year == year && e.State != EditionState.Cancelled).Select(e => e.Number).ToListAsync(ct);
        var number = Enumerable.Range(1, taken.Count + 1).First(n => !taken.Contains(n));
        return new Next(number, year, (await Promised(year, ct)).Skip(number - 1).Cast<DateOnly?>().FirstOrDefault());
    }

    /// <summary>The days on which the plan of a year promises bulletins, in order: the first is bulletin 1's.</summary>
    public async Task<IReadOnlyList<DateOnly>> Promised(DateOnly year, CancellationToken ct) => await (
        from plan in db.Set<Plan>()
        where plan.First == year
        join outcome in db.Set<Outcome>() on plan.Id equals outcome.Plan
        where (" " + outcome.CountedFrom + " ").Contains(" " + BulletinsSent.Code + " ")
        join date in db.Set<PlannedDate>() on outcome.Id equals date.Outcome
        where !date.Dropped
        orderby date.Date
        select date.Date).ToListAsync(ct);

    /// <summary>The first day of the network's year that a day lies in.</summary>
    public static DateOnly YearOf(DateOnly day, Site site)
    {
        var starts = new DateOnly(day.Year, site.YearStartMonth, Math.Min(site.YearStartDay, DateTime.DaysInMonth(day.Year, site.YearStartMonth)));
        return starts <= day ? starts : starts.AddYears(-1);
    }
}
