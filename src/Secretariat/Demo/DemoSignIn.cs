using Secretariat.Platform.Access;

namespace Secretariat.Demo;

/// <summary><c>GET /demo/as/ROLE[?member=CODE]</c>: signs in as a person of that role.</summary>
public static class DemoSignIn
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/demo/as/{role}", async (string role, string? member, HttpContext http, DemoCast cast, Sessions sessions, CancellationToken ct) =>
    {
        if (RoleNames.Parse(role) is not { } asked)
            return Results.Text($"There is no role “{role}”. Choose one of: {string.Join(", ", Enum.GetValues<Role>().Select(r => r.Code()))}.", statusCode: 404);
        if (await cast.Find(asked, member, ct) is not { } person)
            return Results.Text($"Nobody is {asked.Code()}{(member is null ? "" : $" of {member}")} on the demo’s date.", statusCode: 404);
        await sessions.Begin(http, person, "Sign in by the demo’s link", ct);
        return Results.LocalRedirect(Landing.For([asked]));
    }).AllowAnonymous();
}
