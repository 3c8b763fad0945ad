namespace Secretariat.Platform.Access;

/// <summary>What a person may do, as verbs. Pages and buttons ask for these, never for a role.</summary>
public static class Rights
{
    public const string UseDesk = nameof(UseDesk);
    public const string UseMy = nameof(UseMy);
    public const string SeeSponsorship = nameof(SeeSponsorship);
    public const string CanEditMembers = nameof(CanEditMembers);
    public const string CanEditPlan = nameof(CanEditPlan);
    public const string CanEditItems = nameof(CanEditItems);
    public const string CanApproveEditions = nameof(CanApproveEditions);
    public const string CanSendEditions = nameof(CanSendEditions);
    public const string CanRunRounds = nameof(CanRunRounds);
    public const string CanReadLetters = nameof(CanReadLetters);
    public const string CanReadAccountLetters = nameof(CanReadAccountLetters);
    public const string CanReadAudit = nameof(CanReadAudit);
    public const string CanGrantRoles = nameof(CanGrantRoles);

    private static readonly Role[] Desk = [Role.Admin, Role.Staff];
    private static readonly Role[] My = [Role.Chair, Role.ChiefExecutive, Role.BoardMember, Role.Officer, Role.Press, Role.Pa, Role.Board];

    /// <summary>The one table of who may do what.</summary>
    public static readonly IReadOnlyDictionary<string, Role[]> Table = new Dictionary<string, Role[]>
    {
        [UseDesk] = Desk,
        [UseMy] = My,
        [SeeSponsorship] = [Role.Sponsor],
        [CanEditMembers] = Desk,
        [CanEditPlan] = Desk,
        [CanEditItems] = Desk,
        [CanApproveEditions] = Desk,
        [CanSendEditions] = Desk,
        [CanRunRounds] = Desk,
        [CanReadLetters] = Desk,
        [CanReadAccountLetters] = [Role.Admin],
        [CanReadAudit] = Desk,
        [CanGrantRoles] = [Role.Admin],
    };

    public static bool Allow(string right, IEnumerable<Role> roles) => Table.TryGetValue(right, out var allowed) && roles.Any(allowed.Contains);
}
