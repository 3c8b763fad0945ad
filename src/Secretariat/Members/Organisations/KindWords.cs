namespace Secretariat.Members.Organisations;

public static class KindWords
{
    /// <summary>As a heading over several of them.</summary>
    public static string Words(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Member => "Members",
        OrganisationKind.Secretariat => "The secretariat",
        OrganisationKind.Government => "Government",
        OrganisationKind.BusinessOrganisation => "Business organisations",
        OrganisationKind.Agency => "Agencies",
        OrganisationKind.Sponsor => "Sponsors",
        OrganisationKind.Media => "Media",
        _ => "Others",
    };
}
