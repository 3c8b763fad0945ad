using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Calendar;

/// <summary>
/// Draws a plan's calendar from its outcomes and lays it beside the dates that stand. Dates set by hand and dates
/// already past stay: the past is not promised again.
/// </summary>
public sealed class DrawAgain(Db db)
{
    public sealed record Change(Outcome Outcome, int Number, DateOnly? From, DateOnly? To, string? Why);

    /// <param name="Flags">What staff should look at in the calendar as it stands.</param>
    public sealed record Result(IReadOnlyList<Change> Changes, YearCalendar Drawn, IReadOnlyList<Note> Flags);

    /// <summary>What drawing again would change; nothing is changed.</summary>
    public async Task<Result> Compare(Plan plan, DateOnly today, CancellationToken ct) => Compare(await Load(plan, ct), plan, today);

    /// <summary>Draws again; the caller saves.</summary>
    public async Task<Result> Apply(Plan plan, DateOnly today, CancellationToken ct)
    {
        var loaded = await Load(plan, ct);
        var result = Compare(loaded, plan, today);
        foreach (var (outcome, number, _, to, why) in result.Changes)
        {
            var stands = loaded.Dates.Find(date => date.Outcome == outcome.Id && date.Number == number);
            if (to is not { } date) db.Remove(stands!);
            else if (stands is null) db.Add(new PlannedDate(outcome.Id, number, date, why));
            else stands.Redraw(date, why);
        }
        return result;
    }

    private static Result Compare(Loaded loaded, Plan plan, DateOnly today)
    {
        var byId = loaded.Outcomes.ToDictionary(outcome => outcome.Id);
        var byCode = loaded.Outcomes.ToDictionary(outcome => outcome.Code);
        var kept = loaded.Dates.Where(date => date.ByHand || date.Date < today).Select(date => new Slot(byId[date.Outcome].Code, date.Number, date.Date, date.Why));
        var drawn = YearCalendar.Draw(plan.Year, [.. loaded.Outcomes.Select(outcome => outcome.Promise)], loaded.Holidays, [.. kept]);

        var stand = loaded.Dates.ToDictionary(date => (byId[date.Outcome].Code, date.Number));
        List<Change> changes = [.. drawn.Slots.Where(slot => !slot.Kept)
            .Select(slot => new Change(byCode[slot.Code], slot.Number, stand.GetValueOrDefault((slot.Code, slot.Number))?.Date, slot.Date, slot.Why))
            .Where(change => change.From != change.To)];
        var wanted = drawn.Slots.Select(slot => (slot.Code, slot.Number)).ToHashSet();
        changes.AddRange(stand.Where(date => !wanted.Contains(date.Key)).Select(date => new Change(byCode[date.Key.Code], date.Key.Number, date.Value.Date, null, "The measure no longer asks for it.")));
        return new([.. changes.OrderBy(change => change.To ?? change.From).ThenBy(change => change.Outcome.Place)], drawn, Flags(loaded, plan, byId, drawn));
    }

    /// <summary>What the generator could not place, and what clashes among the dates that really stand: a move is seen at once.</summary>
    private static List<Note> Flags(Loaded loaded, Plan plan, Dictionary<Guid, Outcome> byId, YearCalendar drawn)
    {
        Slot[] stand = [.. loaded.Dates.Where(date => !date.Dropped).Select(date => new Slot(byId[date.Outcome].Code, date.Number, date.Date, date.Why, date.Moved))];
        var clashes = Clashes.Among(stand, [.. loaded.Outcomes.Select(outcome => outcome.Promise)], new(plan.Year, loaded.Holidays));
        return [.. drawn.Unplaced, .. clashes];
    }

    private async Task<Loaded> Load(Plan plan, CancellationToken ct)
    {
        var outcomes = await db.Set<Outcome>().Where(outcome => outcome.Plan == plan.Id).OrderBy(outcome => outcome.Place).ToListAsync(ct);
        var dates = await db.Set<PlannedDate>().Where(date => db.Set<Outcome>().Any(o => o.Id == date.Outcome && o.Plan == plan.Id)).ToListAsync(ct);
        var holidays = await db.Set<BankHoliday>().AsNoTracking().ToDictionaryAsync(holiday => holiday.Date, holiday => holiday.Name, ct);
        return new(outcomes, dates, holidays);
    }

    private sealed record Loaded(List<Outcome> Outcomes, List<PlannedDate> Dates, Dictionary<DateOnly, string> Holidays);
}
