namespace Secretariat.Members.People;

public static class PositionWords
{
    /// <summary>As people say it: "chief executive".</summary>
    public static string Words(this PositionKind kind) => kind switch
    {
        PositionKind.Chair => "Chair",
        PositionKind.ChiefExecutive => "chief executive",
        PositionKind.Deputy => "named deputy",
        PositionKind.BoardMember => "board member",
        PositionKind.Pa => "PA",
        PositionKind.Press => "press officer",
        PositionKind.Staff => "member of staff",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
