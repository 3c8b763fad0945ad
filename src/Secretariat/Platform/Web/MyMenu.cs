using System.Security.Claims;
using Secretariat.Platform.Access;

namespace Secretariat.Platform.Web;

/// <summary>The menu of a member's people: a few words in a line, and below it the pages of the part where one is.</summary>
public static class MyMenu
{
    public sealed record Part(string Text, params Link[] Links)
    {
        public string Href => Links[0].Href;

        public bool IsHere(PathString path) => Links.Any(l => l.IsHere(path));
    }

    /// <param name="Only">Whose role it needs; empty for everybody’s.</param>
    public sealed record Link(string Text, string Href, params Role[] Only)
    {
        public bool IsHere(PathString path) => Href == "/my" ? path == Href || path.StartsWithSegments("/my/members") || path.StartsWithSegments("/my/details") : path.StartsWithSegments(Href) && !(Href == "/my/practice" && path.StartsWithSegments("/my/practice/questions"));
    }

    private static readonly Role[] Members = [Role.Chair, Role.ChiefExecutive, Role.BoardMember, Role.Officer, Role.Press, Role.Pa, Role.Board];

    private static readonly Part[] All =
    [
        new("Yours", new Link("Yours", "/my", Members), new Link("Your sponsorship", "/my/sponsorship", Role.Sponsor)),
        new("Meetings", new Link("Your events", "/my/events", Members), new Link("Your places", "/my/conference", Members)),
        new("Agreement", new Link("What members are asked", "/my/rounds", Members), new Link("My grouping", "/my/grouping", Role.Board)),
        new("Answering", new Link("Enquiries", "/my/enquiries", Members), new Link("Media", "/my/media", Members)),
        new("Practice", new Link("Cases", "/my/practice", Members), new Link("Questions", "/my/practice/questions", Members)),
        new("Influence", new Link("Consultations", "/my/consultations", Members), new Link("Who talks to whom", "/my/influence", Members), new Link("Lines", "/my/lines", Members)),
        new("Our year", new Link("Your year", "/my/year", Members), new Link("Figures", "/my/report", Members)),
        new("To read", new Link("Bulletins", "/my/bulletins", Members), new Link("Publications", "/my/publications", Members), new Link("Reports", "/my/reports", Members), new Link("The plan", "/my/plan", Members), new Link("Funding", "/my/funding", Members)),
    ];

    /// <summary>What somebody finds there. A page that their role does not need still opens by its address, and says what it is for.</summary>
    public static IReadOnlyList<Part> For(ClaimsPrincipal user) =>
        [.. All.Select(p => p with { Links = [.. p.Links.Where(l => l.Only.Length == 0 || l.Only.Any(r => user.IsInRole(r.ToString())))] }).Where(p => p.Links.Length > 0)];
}
