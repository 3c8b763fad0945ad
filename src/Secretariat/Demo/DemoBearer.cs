using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Secretariat.Platform.Access;

namespace Secretariat.Demo;

/// <summary><c>Authorization: Bearer demo-ROLE</c>: the demo's token for the API.</summary>
public sealed class DemoBearer(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, DemoCast cast)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "demo-bearer";
    private const string Prefix = "Bearer demo-";

    public static Role? RoleIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.Ordinal) ? RoleNames.Parse(header[Prefix.Length..]) : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (RoleIn(Request) is not { } role) return AuthenticateResult.NoResult();
        return await cast.Find(role, member: null, Context.RequestAborted) is { } person
            ? AuthenticateResult.Success(new AuthenticationTicket(Principals.Signed(person.Id, person.Name, SchemeName), SchemeName))
            : AuthenticateResult.Fail($"Nobody is {role.Code()} on the demo’s date.");
    }
}
