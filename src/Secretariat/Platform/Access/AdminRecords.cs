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

    /// <summary>Whoever is read as one has what was granted to either: to say so gives a role, or takes one.</summary>
    /// <exception cref="RuleBroken">A role was granted to one of the records, and who asks may grant none.</exception>
    public static async Task RequireMayMerge(this ClaimsPrincipal user, Db db, IEnumerable<Guid> records, string sentence, CancellationToken ct)
    {
        var ids = records.ToList();
        if (!user.May(Rights.CanGrantRoles) && await db.Set<Grant>().AnyAsync(g => ids.Contains(g.Person) && g.RevokedAt == null, ct)) throw new RuleBroken(sentence);
    }
}
