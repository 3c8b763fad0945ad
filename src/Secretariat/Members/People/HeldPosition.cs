using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>A position beside the names it needs on a page.</summary>
public sealed record HeldPosition(Guid Id, Guid Person, PositionKind Kind, string Title, DateOnly From, DateOnly? To, List<string> Themes, List<Guid> ActsFor, string Organisation, string OrganisationCode)
{
    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>"Managing Director", or the kind where no title was given.</summary>
    public string Words => Title.Length > 0 ? Title : Kind.Words();
}

public static class HeldPositions
{
    /// <summary>Joined with the organisation's name.</summary>
    public static IQueryable<HeldPosition> WithOrganisation(this IQueryable<Position> positions, Db db) =>
        from position in positions
        join body in db.Set<Organisation>() on position.Organisation equals body.Id
        select new HeldPosition(position.Id, position.Person, position.Kind, position.Title, position.From, position.To, position.Themes, position.ActsFor, body.ShortName, body.Code);
}
