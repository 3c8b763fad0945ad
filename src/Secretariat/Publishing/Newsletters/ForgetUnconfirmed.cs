using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Publishing.Newsletters;

/// <summary>An address that nobody confirmed within two weeks is forgotten: perhaps somebody else typed it.</summary>
public sealed class ForgetUnconfirmed : ISweep
{
    public string Name => "forget-unconfirmed-subscribers";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => await Waiting(db).MinAsync(s => (DateTimeOffset?)s.AskedAt, ct) is { } first ? first + Subscriber.Holds : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var before = now - Subscriber.Holds;
        var gone = await Waiting(services.GetRequiredService<Db>()).Where(s => s.AskedAt <= before).Select(s => s.Id).ToListAsync(ct);
        if (gone.Count > 0) await services.GetRequiredService<SignUp>().Forget(gone, Actor.Schedule, "Forget an address that nobody confirmed", ct);
    }

    private static IQueryable<Subscriber> Waiting(Db db) => db.Set<Subscriber>().Where(s => s.ConfirmedAt == null);
}
