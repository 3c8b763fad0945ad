using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Platform.Access;

/// <summary>Deletes sign-ins that are over for good. That they were is in the audit trail.</summary>
public sealed class OldSessions : ISweep
{
    public string Name => "old-sessions";

    // Sessions go by the machine's clock, the schedule by the network's: what is too old by the one is due at any time of the other.
    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => await Old(db).AnyAsync(ct) ? DateTimeOffset.UnixEpoch : null;

    public Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        return db.Write(() => Old(db).ExecuteDeleteAsync(ct), ct);
    }

    private static IQueryable<Session> Old(Db db)
    {
        var oldest = TimeProvider.System.GetUtcNow() - Session.Longest;
        return db.Set<Session>().Where(s => s.BeganAt < oldest);
    }
}
