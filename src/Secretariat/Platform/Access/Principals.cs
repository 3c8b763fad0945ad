using System.Security.Claims;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

public static class Principals
{
    public static Guid? PersonId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Actor Actor(this ClaimsPrincipal user) =>
        user.Identity?.AuthenticationType == Tokens.TokenSignIn.Name ? new(null, $"the token “{user.Identity.Name}”")
        : new(user.PersonId() ?? throw new InvalidOperationException("Nobody is signed in."), user.Identity?.Name ?? "");

    public static bool May(this ClaimsPrincipal user, string right) => Rights.Table[right].Any(r => user.IsInRole(r.ToString()));

    /// <param name="session">The open sign-in that the cookie names; null for a request that brings its own token.</param>
    public static ClaimsPrincipal Signed(Guid person, string name, string scheme, Guid? session = null)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.ToString()), new(ClaimTypes.Name, name)], scheme, ClaimTypes.Name, ClaimTypes.Role);
        if (session is { } id) identity.AddClaim(new(Sessions.Claim, id.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
