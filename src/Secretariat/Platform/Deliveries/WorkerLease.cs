using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>
/// This process's place among the workers. The heartbeat is the lease: by the database's clock on PostgreSQL, where several
/// machines send, and by the machine's on SQLite; never by the network's, which may be moved during a send.
/// </summary>
internal sealed class WorkerLease(IServiceScopeFactory scopes)
{
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);
    private static readonly string Place = $"{Environment.MachineName} {ProcessSpace()}";

    // The first condition is word for word that of the index: SQLite uses a partial index only then.
    private const string Orphan =
        """delivery."State" IN ('Claimed','Sending') AND NOT EXISTS (SELECT 1 FROM worker w WHERE w."Id"=delivery."Worker")""";

    private static readonly string[] Orphans =
    [
        $$"""
        INSERT INTO attempt ("Delivery","Number","State","Why","At","Worker")
        SELECT delivery."Id", delivery."Attempt", 'Unknown', {0}, {1}, delivery."Worker" FROM delivery WHERE {{Orphan}} AND delivery."State"='Sending'
        ON CONFLICT DO NOTHING
        """,
        $$"""UPDATE delivery SET "State"='Unknown', "Why"={0}, "At"={1} WHERE {{Orphan}} AND "State"='Sending'""",
        $$"""UPDATE delivery SET "State"='Queued', "Worker"=NULL, "At"={1} WHERE {{Orphan}} AND "State"='Claimed'""",
    ];

    public Guid Id { get; private set; }

    public async Task Begin(CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        using var self = Process.GetCurrentProcess();
        await In(db => db.Database.ExecuteSqlRawAsync(Now(db, """INSERT INTO worker ("Id","Place","Process","StartedAt","Heartbeat") VALUES ({0},{1},{2},{3},@now)"""),
            [id, Place, Environment.ProcessId, SqlText.Parameter(db, Start(self))], ct), ct);
        Id = id;
        await FreeTheDead(ct);
    }

    /// <summary>Says "alive". Given up for dead meanwhile, it begins again under another number; what it held is lost to it.</summary>
    public async Task Renew(CancellationToken ct)
    {
        var alive = await In(db => db.Database.ExecuteSqlRawAsync(Now(db, """UPDATE worker SET "Heartbeat"=@now WHERE "Id"={0}"""), [Id], ct), ct);
        if (alive == 0) await Begin(ct);
        else await FreeTheDead(ct);
    }

    public Task End(CancellationToken ct) => In(db => db.Set<Worker>().Where(w => w.Id == Id).ExecuteDeleteAsync(ct), ct);

    /// <summary>What nobody holds any more: the claimed goes back to the queue, of the begun nobody can know.</summary>
    public async Task FreeTheDead(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var neighbours = await db.Set<Worker>().AsNoTracking().Where(w => w.Place == Place && w.Id != Id).ToListAsync(ct);
        var gone = neighbours.Where(w => !Lives(w)).Select(w => w.Id).ToList();
        var late = db.IsPostgres
            ? $"""DELETE FROM worker WHERE "Heartbeat" < now() - interval '{Lease.TotalSeconds} seconds'"""
            : $"""DELETE FROM worker WHERE "Heartbeat" < {(TimeProvider.System.GetUtcNow() - Lease).UtcTicks}""";
        await db.Write(async () =>
        {
            await db.Set<Worker>().Where(w => gone.Contains(w.Id)).ExecuteDeleteAsync(ct);
            await db.Database.ExecuteSqlRawAsync(late, ct);
            foreach (var statement in Orphans) await db.Database.ExecuteSqlRawAsync(statement, [Sentences.WorkerLost, SqlText.Parameter(db, now)], ct);
        }, ct);
    }

    private static bool Lives(Worker worker)
    {
        try
        {
            using var process = Process.GetProcessById(worker.Process);
            return (Start(process) - worker.StartedAt).Duration() < TimeSpan.FromSeconds(5);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Counted from the boot, so two processes may read it some milliseconds apart.
    private static DateTimeOffset Start(Process process) => new DateTimeOffset(process.StartTime).ToUniversalTime();

    // Two containers may share a host's name, but not its process space.
    private static string ProcessSpace()
    {
        try
        {
            return new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Now(Db db, string sql) => sql.Replace("@now", db.IsPostgres ? "now()" : $"{TimeProvider.System.GetUtcNow().UtcTicks}");

    private async Task<T> In<T>(Func<Db, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await db.Write(() => work(db), ct);
    }
}
