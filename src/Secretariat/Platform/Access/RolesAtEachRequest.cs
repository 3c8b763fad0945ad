using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Access;

/// <summary>The cookie says only who; what they may do is read anew, so it ends on the day the position ends.</summary>
public sealed class RolesAtEachRequest(RolesNow roles, IWhoIs people) : IClaimsTransformation
{
    private ClaimsPrincipal? _done;

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (ReferenceEquals(_done, principal) || principal.PersonId() is not { } person) return principal;
        var identity = new ClaimsIdentity(principal.Identity!.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        var held = await roles.Of(person, default);
        // Signed in before two records of theirs were made one: they go on as the one that is read.
        var now = await people.Canonical(person, default);
        identity.AddClaims(principal.Claims.Where(c => c.Type is not (ClaimTypes.Role or ClaimTypes.NameIdentifier)).Append(new(ClaimTypes.NameIdentifier, now.ToString())));
        identity.AddClaims(held.Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        return _done = new ClaimsPrincipal(identity);
    }
}
