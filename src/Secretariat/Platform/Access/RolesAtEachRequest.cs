using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Access;

/// <summary>The cookie says only who; what they may do is read anew, so it ends on the day the position ends.</summary>
public sealed class RolesAtEachRequest(IWhoIs people, Db db, TimeProvider clock, Sites sites) : IClaimsTransformation
{
    private ClaimsPrincipal? _done;

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (ReferenceEquals(_done, principal) || principal.PersonId() is not { } person) return principal;
        var today = clock.GetUtcNow().DateIn(sites.Current.Zone);
        var roles = new HashSet<Role>(await people.RolesOn(person, today, default));
        roles.UnionWith(await db.Set<Grant>().Where(g => g.Person == person && g.RevokedAt == null).Select(g => g.Role).ToListAsync());
        var identity = new ClaimsIdentity(principal.Identity!.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims(principal.Claims.Where(c => c.Type != ClaimTypes.Role));
        identity.AddClaims(roles.Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        return _done = new ClaimsPrincipal(identity);
    }
}
