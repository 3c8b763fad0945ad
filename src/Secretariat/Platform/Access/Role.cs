namespace Secretariat.Platform.Access;

/// <summary>Admin, Staff and Sponsor are granted; the others come from positions at each request.</summary>
public enum Role { Admin, Staff, Sponsor, Chair, ChiefExecutive, BoardMember, Officer, Press, Pa, Board, Partner }

public static class RoleNames
{
    /// <summary>As written on the command line and in addresses: "chief-executive".</summary>
    public static string Code(this Role role) => role == Role.ChiefExecutive ? "chief-executive" : role == Role.BoardMember ? "board-member" : role.ToString().ToLowerInvariant();

    public static Role? Parse(string? code)
    {
        foreach (var role in Enum.GetValues<Role>())
            if (role.Code() == code) return role;
        return null;
    }
}
