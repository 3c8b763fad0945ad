using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Newsletters;

namespace Secretariat.Publishing.Bulletins;

/// <param name="Promised">The day that the plan's calendar names for it; null when the plan promises no more.</param>
public sealed record Next(int Number, DateOnly Year, DateOnly? Promised);

/// <summary>The number that the next bulletin bears in its year, and the day the plan promised it for. A cancelled one gave its number back.</summary>
public sealed class NextBulletin(Db db, Sites sites, TimeProvider clock)
{
    public Task<Next> Find(CancellationToken ct, EditionKind kind = EditionKind.Bulletin) => Find(clock.GetUtcNow().DateIn(sites.Current.Zone), ct, kind);

    public async Task<Next> Find(DateOnly today, CancellationToken ct, EditionKind kind = EditionKind.Bulletin)
    {
        var year = YearOf(today, sites.Current);
        var before = await Before(year, kind, ct);
        var taken = await db.Set<Edition>().Where(e => e.Kind == kind && e.Year == year && e.State != EditionState.Cancelled).Select(e => e.Number).ToListAsync(ct);
        var number = Enumerable.Range(before + 1, taken.Count + 1).First(n => !taken.Contains(n));
        return new Next(number, year, (await Promised(year, ct, kind)).Skip(number - before - 1).Cast<DateOnly?>().FirstOrDefault());
    }

    /// <summary>The day that the plan's calendar names for an edition; null when it promises none.</summary>
    public async Task<DateOnly?> PromisedFor(Edition edition, CancellationToken ct) =>
        (await Promised(edition.Year, ct, edition.Kind)).Skip(edition.Number - await Before(edition.Year, edition.Kind, ct) - 1).Cast<DateOnly?>().FirstOrDefault();

    // A bulletin's number begins anew each year; a newsletter's runs on.
    private async Task<int> Before(DateOnly year, EditionKind kind, CancellationToken ct) => kind == EditionKind.Bulletin ? 0
        : await db.Set<Edition>().Where(e => e.Kind == kind && e.Year < year && e.State != EditionState.Cancelled).MaxAsync(e => (int?)e.Number, ct) ?? 0;

    /// <summary>The days on which the plan of a year promises bulletins, in order: the first is bulletin 1's.</summary>
    public async Task<IReadOnlyList<DateOnly>> Promised(DateOnly year, CancellationToken ct, EditionKind kind = EditionKind.Bulletin) => await Dates(year, kind == EditionKind.Bulletin ? BulletinsSent.Code : NewslettersSent.Code, ct);

    private Task<List<DateOnly>> Dates(DateOnly year, string code, CancellationToken ct) => (
        from plan in db.Set<Plan>()
        where plan.First == year
        join outcome in db.Set<Outcome>() on plan.Id equals outcome.Plan
        where (" " + outcome.CountedFrom + " ").Contains(" " + code + " ")
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
