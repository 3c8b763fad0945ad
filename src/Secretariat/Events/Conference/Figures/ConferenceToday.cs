using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Figures;

/// <summary>Places that nobody offered yet, that have no name when the day for it is over, and that are free while somebody waits.</summary>
public sealed class ConferenceToday(Db db) : IToday
{
    private const int OfferAhead = 70;

    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var soon = today.AddDays(OfferAhead);
        var open = await (from at in db.Set<Event>().AsNoTracking()
                          where at.State == EventState.Announced && at.Day >= today && at.Day <= soon
                          join kind in db.Set<EventKind>() on at.Kind equals kind.Id
                          where kind.HasTickets
                          orderby at.Day
                          select new { at.Id, at.Title, at.Day, Places = db.Set<Ticketing>().Where(t => t.Event == at.Id).FirstOrDefault(), Waits = db.Set<Waiting>().Count(w => w.Event == at.Id && w.State == WaitState.Waiting) }).ToListAsync(ct);
        List<TodayTask> tasks = [];
        foreach (var one in open)
        {
            var href = $"/desk/events/{one.Id}/places";
            if (one.Places is not { } places)
            {
                tasks.Add(new("Offer", $"places to members: {one.Title}", href, one.Day));
                continue;
            }
            if (today > places.NameBy && (await AllocationRow.Of(db, one.Id, ct)).Where(r => r.Unnamed > 0).ToList() is { Count: > 0 } late)
                tasks.Add(new("Take back", $"{late.Sum(r => r.Unnamed)} places without a name, of {late.Count}: {one.Title}", href, places.NameBy));
            if (one.Waits > 0 && places.Free > 0)
                tasks.Add(new("Give", $"{one.Waits} {(one.Waits == 1 ? "waits" : "wait")} while {places.Free} {(places.Free == 1 ? "place is" : "places are")} free: {one.Title}", href, one.Day));
        }
        return tasks;
    }
}
