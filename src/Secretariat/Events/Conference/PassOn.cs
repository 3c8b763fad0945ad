using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Events.Conference;

/// <summary>
/// A place that is free goes to the first who waits, who has two days to say yes. Every verb that frees one ends with this, so that
/// nobody who comes later finds it free.
/// </summary>
public sealed class PassOn(Db db, TicketPost post)
{
    /// <summary>In the caller's transaction, which has the counters locked.</summary>
    internal async Task Run(Event at, DateTimeOffset now, CancellationToken ct)
    {
        var starts = at.When.StartsAt;
        if (at.State != EventState.Announced || starts <= now) return;
        while (await db.Set<Waiting>().Where(w => w.Event == at.Id && w.State == WaitState.Waiting).OrderBy(w => w.Number).FirstOrDefaultAsync(ct) is { } first && await Counters.Use(db, at.Id, ct))
        {
            var until = now + Ticketing.ToAccept;
            first.Offer(until < starts ? until : starts);
            post.Offered(at, first);
            await db.Save(Actor.Schedule, "Offer place", ct);
        }
    }

    /// <summary>Offers that nobody took go to the next.</summary>
    public Task Lapse(Guid id, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await Counters.Lock(db, id, ct);
        var at = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        foreach (var waiting in await db.Set<Waiting>().Where(w => w.Event == id && w.State == WaitState.Offered && w.Until <= now).ToListAsync(ct))
        {
            waiting.Lapse(now);
            if (at.State == EventState.Announced) post.Lapsed(at, waiting);
            await Counters.Unuse(db, id, ct);
        }
        await db.Save(Actor.Schedule, "Lapse offer", ct);
        await Run(at, now, ct);
    }, ct);
}

/// <summary>When the time to accept is over, the place goes on.</summary>
public sealed class PassOnDue : ISweep
{
    public string Name => "pass-on-places";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => await db.Set<Waiting>().Where(w => w.State == WaitState.Offered).MinAsync(w => w.Until, ct);

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var id in await services.GetRequiredService<Db>().Set<Waiting>().Where(w => w.State == WaitState.Offered && w.Until <= now).Select(w => w.Event).Distinct().ToListAsync(ct))
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PassOn>().Lapse(id, now, ct);
        }
    }
}
