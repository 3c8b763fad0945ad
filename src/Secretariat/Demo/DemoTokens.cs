using System.Security.Claims;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;

namespace Secretariat.Demo;

/// <summary>Makes <c>demo-ROLE</c> a token of the API: somebody of the cast who has that role on the demo's date.</summary>
public sealed class DemoTokens(DemoCast cast) : IReadsTokens
{
    private const string Prefix = "demo-";

    public async Task<ClaimsIdentity?> Read(string token, CancellationToken ct) =>
        token.StartsWith(Prefix, StringComparison.Ordinal) && RoleNames.Parse(token[Prefix.Length..]) is { } role && await cast.Find(role, member: null, ct) is { } person
            ? (ClaimsIdentity)Principals.Signed(person.Id, person.Name, TokenSignIn.Name).Identity! : null;
}
