using Secretariat.Members.Organisations;

namespace Secretariat.Influence.Engagements;

/// <summary>What a contact counts as follows from the kind of the organisation, which is data: nobody chooses it when logging.</summary>
public static class CountsAs
{
    public const string Bro = "engagements-logged:bro", ThirdParty = "engagements-logged:third-party";

    /// <summary>With whom a contact can be logged: everybody but members and the secretariat itself.</summary>
    public static readonly OrganisationKind[] Others = [OrganisationKind.BusinessOrganisation, OrganisationKind.Government, OrganisationKind.Agency, OrganisationKind.Other, OrganisationKind.Sponsor, OrganisationKind.Media];

    /// <summary>Sponsors and media have outcomes of their own.</summary>
    public static readonly OrganisationKind[] ThirdParties = [OrganisationKind.Government, OrganisationKind.Agency, OrganisationKind.Other];

    public static string? Code(this OrganisationKind kind) => kind == OrganisationKind.BusinessOrganisation ? Bro : ThirdParties.Contains(kind) ? ThirdParty : null;
}
