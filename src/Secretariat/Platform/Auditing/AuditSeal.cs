using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing;

/// <summary>
/// Chains committed entries, each minute and off the path of every write, so that no write waits for another. The head of
/// the chain is also appended to a file outside the database: who rewrites the database has not rewritten the file.
/// </summary>
public sealed class AuditSeal(string headFile)
{
    private const int Chunk = 2_000;

    // An open transaction may hold a lower number than a committed one; below the oldest open transaction nothing can still appear.
    private const string Committed = "SELECT * FROM audit_entry WHERE \"Position\" IS NULL AND \"Xid\" < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY \"Id\" LIMIT {0}";

    /// <summary>Seals what is committed and not sealed yet. Returns how many entries it sealed.</summary>
    public async Task<int> Run(Db db, CancellationToken ct = default)
    {
        var (total, full) = (0, true);
        // Up to a chunk that was not full: beside busy writers there is always one entry more.
        while (full && await db.Write(() => SealChunk(db, ct), ct) is { Count: > 0 } done)
        {
            db.ChangeTracker.Clear();
            total += done.Count;
            full = done.Count == Chunk;
            // After the commit: a head that is missing costs one check, a head of what was rolled back would cry wolf.
            Directory.CreateDirectory(Path.GetDirectoryName(headFile)!);
            await File.AppendAllTextAsync(headFile, $"{done.Head!.Position} {Convert.ToHexStringLower(done.Head.Chain!)}\n", ct);
        }
        return total;
    }

    private static async Task<(int Count, AuditEntry? Head)> SealChunk(Db db, CancellationToken ct)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7203117)", ct);
        var last = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Position != null).OrderByDescending(e => e.Position).FirstOrDefaultAsync(ct);
        var entries = db.IsPostgres
            ? await db.Set<AuditEntry>().FromSqlRaw(Committed, Chunk).ToListAsync(ct)
            : await db.Set<AuditEntry>().Where(e => e.Position == null).OrderBy(e => e.Id).Take(Chunk).ToListAsync(ct);
        if (entries.Count == 0) return (0, null);

        var position = last?.Position ?? 0;
        var chain = last?.Chain ?? new byte[SHA256.HashSizeInBytes];
        foreach (var entry in entries)
        {
            entry.Position = ++position;
            entry.Chain = chain = Next(chain, entry.Leaf);
        }
        await db.SaveUnaudited(ct);
        return (entries.Count, entries[^1]);
    }

    public static byte[] Next(byte[] chain, byte[] leaf) => SHA256.HashData([.. chain, .. leaf]);

    public async Task<IReadOnlyList<(long Position, string Chain)>> Heads(CancellationToken ct = default) =>
        !File.Exists(headFile) ? [] :
        [.. (await File.ReadAllLinesAsync(headFile, ct)).Select(l => l.Split(' ')).Where(p => p.Length == 2 && long.TryParse(p[0], out _)).Select(p => (long.Parse(p[0]), p[1]))];
}
