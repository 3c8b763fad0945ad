using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Secretariat.Platform.Access;

public static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services, Settings settings)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            // The machine's clock: moving the network's clock must not sign anyone out.
            cookie.TimeProvider = TimeProvider.System;
            cookie.Cookie.Name = "secretariat";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = settings.Url.Scheme == "https" ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-yours";
        });
        services.AddScoped<Microsoft.AspNetCore.Authentication.IClaimsTransformation, RolesAtEachRequest>();
        services.AddAuthorization(options =>
        {
            foreach (var (right, roles) in Rights.Table)
                options.AddPolicy(right, p => p.RequireAuthenticatedUser().RequireRole(roles.Select(r => r.ToString())));
            // What no room opens stays shut.
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(nameof(Role.Admin)).Build();
        });
    }
}
