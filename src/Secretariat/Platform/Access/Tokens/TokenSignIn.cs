using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Secretariat.Platform.Access.Tokens;

/// <summary>Reads <c>Authorization: Bearer …</c>. Only the API takes it, and the API takes nothing else: a cookie there would need a form's protection.</summary>
public sealed class TokenSignIn(
    IEnumerable<IReadsTokens> readers, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Bearer";
    private const string Start = Name + " ";

    public static ClaimsIdentity Identity(string name, Role role) =>
        new([new(ClaimTypes.Name, name), new(ClaimTypes.Role, role.ToString())], Name, ClaimTypes.Name, ClaimTypes.Role);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return AuthenticateResult.NoResult();
        if (!header.StartsWith(Start, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.Fail("Not a bearer token.");
        foreach (var reader in readers)
            if (await reader.Read(header[Start.Length..].Trim(), Context.RequestAborted) is { } identity)
                return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
        return AuthenticateResult.Fail("No such token.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Name;
        return Task.CompletedTask;
    }
}
