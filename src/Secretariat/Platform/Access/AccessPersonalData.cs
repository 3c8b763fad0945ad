using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>Roles granted and sign-ins. Erasing ends them all; that there was a sign-in stays, and names nobody.</summary>
public sealed class AccessPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Grant), typeof(Session), typeof(SignInRequest)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["roles_granted"] = await db.Set<Grant>().AsNoTracking().Where(g => g.Person == person).OrderBy(g => g.At).Select(g => new { Role = g.Role.ToString(), g.At, g.RevokedAt }).ToListAsync(ct),
        ["sign_ins"] = await db.Set<Session>().AsNoTracking().Where(s => s.Person == person).OrderBy(s => s.BeganAt).Select(s => new { s.BeganAt, s.EndedAt }).ToListAsync(ct),
        ["sign_in_letters"] = await db.Set<SignInRequest>().AsNoTracking().Where(r => r.Person == person).OrderBy(r => r.AskedAt).Select(r => new { r.AskedAt, r.UsedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        // The machine's clock, as sessions have it.
        var now = TimeProvider.System.GetUtcNow();
        foreach (var grant in await db.Set<Grant>().Where(g => g.Person == person && g.RevokedAt == null).ToListAsync(ct)) grant.Revoke(now);
        foreach (var session in await db.Set<Session>().Where(s => s.Person == person && s.EndedAt == null).ToListAsync(ct)) session.End(now);
        await db.Set<SignInRequest>().Where(r => r.Person == person).ExecuteDeleteAsync(ct);
    }
}
