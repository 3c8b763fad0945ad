namespace Secretariat.Platform.Access;

/// <summary>Where people go once they are signed in.</summary>
public static class Landing
{
    public static string For(IReadOnlyCollection<Role> roles) =>
        Rights.Allow(Rights.UseDesk, roles) ? "/desk" : Rights.Allow(Rights.UseMy, roles) ? "/my" : "/";
}
