using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing;

/// <summary>Where the chain stands: how many entries it binds, the hash that binds them, and how many wait for the next minute.</summary>
public sealed record AuditHead(long Sealed, string Hash, int NotSealed)
{
    public static async Task<AuditHead> Read(Db db, CancellationToken ct)
    {
        var last = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Position != null).OrderByDescending(e => e.Position).Select(e => new { e.Position, e.Chain }).FirstOrDefaultAsync(ct);
        return new(last?.Position ?? 0, last is null ? "" : Convert.ToHexStringLower(last.Chain!), await db.Set<AuditEntry>().CountAsync(e => e.Position == null, ct));
    }
}
