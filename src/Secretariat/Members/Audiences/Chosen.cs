namespace Secretariat.Members.Audiences;

/// <summary>One person as an audience sees them on a day.</summary>
/// <param name="Reason">Why they are in it, as a sentence part: "a current position in a member".</param>
/// <param name="LeftOut">Why they get nothing all the same, as a sentence; null for those who do.</param>
public sealed record Chosen(Guid Person, string Name, string Address, string Reason, string? LeftOut = null)
{
    public bool Gets => LeftOut is null;
}
