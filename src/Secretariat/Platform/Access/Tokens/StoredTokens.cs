using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access.Tokens;

public sealed class StoredTokens(Db db) : IReadsTokens
{
    public async Task<ClaimsIdentity?> Read(string token, CancellationToken ct)
    {
        var hash = ApiToken.HashOf(token);
        var known = await db.Set<ApiToken>().Where(t => t.Hash == hash && t.RevokedAt == null).Select(t => new { t.Name, t.Role }).FirstOrDefaultAsync(ct);
        return known is null ? null : TokenSignIn.Identity(known.Name, known.Role);
    }
}
