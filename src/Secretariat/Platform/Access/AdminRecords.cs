using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>Sign-in goes by a record's address, so whoever may change an administrator's record could become one.</summary>
public static class AdminRecords
{
    /// <exception cref="RuleBroken">One of the records is an administrator's, and who asks is none.</exception>
    public static async Task RequireMayChange(this ClaimsPrincipal user, Db db, IEnumerable<Guid> records, string sentence, CancellationToken ct)
    {
        var ids = records.ToList();
        if (!user.May(Rights.CanGrantRoles) && await db.Set<Grant>().AnyAsync(g => ids.Contains(g.Person) && g.Role == Role.Admin && g.RevokedAt == null, ct)) throw new RuleBroken(sentence);
    }
}
