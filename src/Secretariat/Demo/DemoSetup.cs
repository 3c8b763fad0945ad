using Secretariat.Platform;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;

namespace Secretariat.Demo;

/// <summary>What exists only in the demo: the movable clock and sign-in as a role. Outside it none of these addresses is known.</summary>
public static class DemoSetup
{
    public static void AddDemo(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<SampleYear>();
        if (!settings.Demo) return;
        services.AddSingleton<DemoClock>();
        services.AddScoped<DemoCast>();
        services.AddScoped<IPackPart, DemoGrants>();
        services.AddScoped<IReadsTokens, DemoTokens>();
    }

    public static void MapDemo(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<Settings>().Demo) return;
        app.MapPost("/demo/clock", MoveClock).AllowAnonymous().WithMetadata(new FromAnywhereAttribute());
        DemoSignIn.Map(app);
    }

    /// <summary><c>POST /demo/clock?days=N</c>: returns when what fell due in those days is done.</summary>
    private static async Task<IResult> MoveClock(int? days, HttpContext context, DemoClock clock, CancellationToken ct)
    {
        // Scripts move it without saying where they come from; another site's page does not move it under a visitor.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return Results.Problem("The clock is moved from this site, or by a script.", statusCode: 400);
        if (days is null or < 1 or > 366) return Results.Problem("Say how many days, from 1 to 366: /demo/clock?days=7", statusCode: 400);
        await clock.MoveTo(clock.Now.AddDays(days.Value), ct);
        var back = context.Request.Headers.Referer.FirstOrDefault();
        var local = Uri.TryCreate(back, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value ? from.PathAndQuery : null;
        return local is not null ? Results.LocalRedirect(local) : Results.Json(new { now = clock.Now, date = clock.Now.DateIn(TimeZoneInfo.Utc).Iso() });
    }
}
