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
        var notSealed = await db.Set<AuditEntry>().CountAsync(e => e.Position == null, ct);
        var heads = (await seal.Heads(ct)).ToLookup(h => h.Position, h => h.Chain);
        var chain = new byte[SHA256.HashSizeInBytes];
        var expected = 0L;
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().Where(e => e.Position != null).OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            expected++;
            if (entry.Position != expected)
                return new(expected - 1, notSealed, $"Entry {expected} of the chain is missing: it was removed.");
            if (Fault(entry, chain) is { } fault)
                return new(expected - 1, notSealed, fault);
            chain = entry.Chain!;
            if (heads[expected].FirstOrDefault(h => h != Convert.ToHexStringLower(chain)) is not null)
                return new(expected - 1, notSealed, $"Entry {expected} differs from the head kept outside the database: the chain was rewritten.");
        }
        var outside = heads.Select(h => h.Key).DefaultIfEmpty(0).Max();
        return outside > expected
            ? new(expected, notSealed, $"Entry {expected + 1} of the chain is missing: {outside - expected:N0} sealed entries were removed from its end.")
            : new(expected, notSealed, null);
    }

    private static string? Fault(AuditEntry entry, byte[] previous)
    {
        var name = $"Entry {entry.Position} (number {entry.Id}, “{entry.Verb}” on {entry.RecordType} {entry.RecordId})";
        if (entry is { Values: not null, Salt: not null } && !AuditEntry.HashValues(entry.Salt, entry.Values).AsSpan().SequenceEqual(entry.ValuesHash))
            return $"{name} was changed: its values are not those that were written.";
        if (!entry.RecomputeLeaf().AsSpan().SequenceEqual(entry.Leaf))
            return $"{name} was changed: who, when, record or verb is not what was written.";
        if (!AuditSeal.Next(previous, entry.Leaf).AsSpan().SequenceEqual(entry.Chain))
            return $"{name} does not follow from the entry before it: one of the two was replaced.";
        return null;
    }
}
