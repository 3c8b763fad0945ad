using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Kinds;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary;

/// <summary>Puts an event into the diary: typed, or for a date that the plan promises.</summary>
public sealed class MakeEvent(Db db, EventWords words, Sites sites)
{
    public async Task<Event> Run(string kind, EventDraft draft, Guid? planned, Actor by, CancellationToken ct)
    {
        await words.Require(null, draft, by, ct);
        return await Looked(kind, draft, planned, by, ct);
    }

    /// <summary>The same for words that <see cref="EventWords"/> has looked at: what it refuses is written down, which a verb around this one could undo.</summary>
    public Task<Event> Looked(string kind, EventDraft draft, Guid? planned, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.Set<EventKind>().AsNoTracking().SingleOrDefaultAsync(k => k.Code == kind, ct) ?? throw new RuleBroken("Choose what kind of event it is.", "Kind");
        var made = new Event(of.Id, draft, await Slug(draft, ct), planned);
        db.Add(made);
        await db.Save(by, "Make event", ct);
        return made;
    }, ct);

    /// <summary>For a date of the calendar: of the kind that counts for its outcome, on its day, at that kind's usual hours.</summary>
    /// <returns>The one that stands there already, when there is one: two presses make one event.</returns>
    public Task<Event> For(Guid date, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: of two presses the second sees what the first has made.
        await db.Set<PlannedDate>().Where(d => d.Id == date).ExecuteUpdateAsync(s => s.SetProperty(d => d.Number, d => d.Number), ct);
        if (await db.Set<Event>().FirstOrDefaultAsync(e => e.Planned == date && e.State != EventState.Cancelled, ct) is { } there) return there;
        var (planned, outcome, kind) = await Promised(date, ct) ?? throw new RuleBroken("No kind of event counts for this date of the plan.");
        // Its words are the plan's own, which are looked at where they are written.
        return await Looked(kind.Code, new EventDraft($"{outcome.Title} {planned.Number}", null, new(planned.Date, kind.Starts, kind.Ends, sites.Current.TimeZone)), date, by, ct);
    }, ct);

    public async Task<(PlannedDate Date, Outcome Outcome, EventKind Kind)?> Promised(Guid date, CancellationToken ct)
    {
        if (await db.Set<PlannedDate>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == date, ct) is not { } planned) return null;
        var outcome = await db.Set<Outcome>().AsNoTracking().SingleAsync(o => o.Id == planned.Outcome, ct);
        var kind = (await db.Set<EventKind>().AsNoTracking().OrderBy(k => k.Code).ToListAsync(ct)).FirstOrDefault(k => outcome.Counts.Contains(k.Counts));
        return kind is null ? null : (planned, outcome, kind);
    }

    private async Task<string> Slug(EventDraft draft, CancellationToken ct)
    {
        var name = Slugs.From(draft.Title);
        var slug = $"{(name.Length == 0 ? "event" : name)}-{draft.When.Day.Iso()}";
        var taken = await db.Set<Event>().Where(e => e.Slug.StartsWith(slug)).Select(e => e.Slug).ToHashSetAsync(ct);
        return Slugs.Free(slug, taken);
    }
}
