using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Platform.Access;

public static class AccessSetup
{
    private const string ByAddress = "by-address";

    public static void AddAccess(this IServiceCollection services, Settings settings)
    {
        services.AddScoped<IReadsTokens, StoredTokens>();
        services.AddAuthentication(ByAddress).AddPolicyScheme(ByAddress, null, o =>
            o.ForwardDefaultSelector = context => context.Request.Path.StartsWithSegments(ApiSetup.Base) ? TokenSignIn.Name : CookieAuthenticationDefaults.AuthenticationScheme)
        .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.Name, null)
        .AddCookie(cookie =>
        {
            // The machine's clock: moving the network's clock must not sign anyone out.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Cookie.Name = "secretariat";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = settings.Url.Scheme == "https" ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            cookie.Events.OnValidatePrincipal = Sessions.Validate;
            cookie.Events.OnRedirectToLogin = SayOrRedirect;
            // The page says whose it is and keeps its address; a redirect would answer 200 for a refusal.
            cookie.Events.OnRedirectToAccessDenied = c => Say(c, StatusCodes.Status403Forbidden);
        });
        services.AddScoped<Sessions>();
        services.AddSingleton<ISweep, OldSessions>();
        services.AddScoped<RolesNow>();
        services.AddScoped<SignInRequests>();
        services.AddScoped<Entrance>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SignInPost>();
        services.AddHostedService(s => s.GetRequiredService<SignInPost>());
        services.AddSingleton<ILetterComposer, SignInComposer>();
        services.AddScoped<Microsoft.AspNetCore.Authentication.IClaimsTransformation, RolesAtEachRequest>();
        services.AddAuthorization(options =>
        {
            foreach (var (right, roles) in Rights.Table)
                options.AddPolicy(right, p => p.RequireAuthenticatedUser().RequireRole(roles.Select(r => r.ToString())));
            // What no room opens stays shut.
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(nameof(Role.Admin)).Build();
        });
    }

    // A program has no use for a sign-in page, and a form that was sent must not be lost in a redirect that looks like success.
    private static Task SayOrRedirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api")) return Say(context, StatusCodes.Status401Unauthorized);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Say(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
