using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Secretariat.Platform.Access;

/// <summary>The cookie says only who; what they may do is read anew, so it ends on the day the position ends.</summary>
public sealed class RolesAtEachRequest(RolesNow roles) : IClaimsTransformation
{
    private ClaimsPrincipal? _done;

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (ReferenceEquals(_done, principal) || principal.PersonId() is not { } person) return principal;
        var identity = new ClaimsIdentity(principal.Identity!.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims(principal.Claims.Where(c => c.Type != ClaimTypes.Role));
        identity.AddClaims((await roles.Of(person, default)).Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        return _done = new ClaimsPrincipal(identity);
    }
}
