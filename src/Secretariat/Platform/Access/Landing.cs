using System.Security.Claims;

namespace Secretariat.Platform.Access;

/// <summary>Where people go once they are signed in.</summary>
public static class Landing
{
    public static string For(IReadOnlyCollection<Role> roles) => At(right => Rights.Allow(right, roles));

    public static string For(ClaimsPrincipal user) => At(user.May);

    private static string At(Func<string, bool> may) => may(Rights.UseDesk) ? "/desk" : may(Rights.UseMy) ? "/my" : may(Rights.SeeSponsorship) ? "/my/sponsorship" : "/";
}
