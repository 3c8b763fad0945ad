using System.Security.Claims;

namespace Secretariat.Platform.Access.Tokens;

/// <summary>Knows whose a bearer token is: the database's own, and in the demo the ones named for a role.</summary>
public interface IReadsTokens
{
    /// <summary>The identity with its role, or null when the token is not one of these.</summary>
    Task<ClaimsIdentity?> Read(string token, CancellationToken ct);
}
