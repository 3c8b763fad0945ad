using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing;

/// <summary>Walks the chain from its start: what <c>verify audit</c> prints.</summary>
public static class AuditCheck
{
    public sealed record Report(long Sealed, int NotSealed, string? Fault)
    {
        public bool Holds => Fault is null;

        public override string ToString() => Holds
            ? $"The audit chain holds: {Sealed:N0} entries sealed, {NotSealed:N0} not sealed yet."
            : $"{Fault} ({NotSealed:N0} entries are not sealed yet.)";
    }

    public static async Task<Report> Run(Db db, AuditSeal seal, CancellationToken ct = default)
    {
        var waiting = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Position == null).OrderBy(e => e.Id).ToListAsync(ct);
        var notSealed = waiting.Count;
        var heads = (await seal.Heads(ct)).ToLookup(h => h.Position, h => h.Chain);
        var chain = new byte[SHA256.HashSizeInBytes];
        var expected = 0L;
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(e => e.Position != null).OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            expected++;
            if (entry.Position != expected)
                return new(expected - 1, notSealed, $"Entry {expected} of the chain is missing: it was removed.");
            if (Changed(entry) is { } change)
                return new(expected - 1, notSealed, change);
            if (!AuditSeal.Next(chain, entry.Leaf).AsSpan().SequenceEqual(entry.Chain))
                return new(expected - 1, notSealed, $"{Name(entry)} does not follow from the entry before it: one of the two was replaced.");
            chain = entry.Chain!;
            if (heads[expected].FirstOrDefault(h => h != Convert.ToHexStringLower(chain)) is not null)
                return new(expected - 1, notSealed, $"Entry {expected} differs from the head kept outside the database: the chain was rewritten.");
        }
        var outside = heads.Select(h => h.Key).DefaultIfEmpty(0).Max();
        return outside > expected
            ? new(expected, notSealed, $"Entry {expected + 1} of the chain is missing: {outside - expected:N0} sealed entries were removed from its end.")
            // Nothing binds what waits for the next minute, but a clumsy hand shows already.
            : new(expected, notSealed, waiting.Select(Changed).FirstOrDefault(c => c is not null));
    }

    private static string Name(AuditEntry entry) =>
        $"{(entry.Position is { } position ? $"Entry {position}" : "An entry that is not sealed yet")} (number {entry.Id}, “{entry.Verb}” on {entry.RecordType} {entry.RecordId})";

    private static string? Changed(AuditEntry entry) =>
        entry is { Values: not null, Salt: not null } && !AuditEntry.HashValues(entry.Salt, entry.Values).AsSpan().SequenceEqual(entry.ValuesHash)
            ? $"{Name(entry)} was changed: its values are not those that were written."
        : !entry.RecomputeLeaf().AsSpan().SequenceEqual(entry.Leaf)
            ? $"{Name(entry)} was changed: who, when, record or verb is not what was written."
        : null;
}
