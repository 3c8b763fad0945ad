namespace Secretariat.Platform.Web;

/// <summary>The desk's menu, in the plan's own order: the year, the three pillars' work, the network, what stands behind it.</summary>
public static class DeskMenu
{
    public sealed record Group(string Title, params Link[] Links);

    public sealed record Link(string Text, string Href)
    {
        public bool IsHere(PathString path) => Href is "/desk" || Others.Contains(path.Value) ? path == Href : path.StartsWithSegments(Href) && !(Href == "/desk/funding" && path.StartsWithSegments("/desk/funding/deals"));

        // Pages under /desk/plan with a line of their own in the menu.
        private static readonly string[] Others = ["/desk/plan/costs", "/desk/plan/road"];
    }

    public static readonly IReadOnlyList<Group> Groups =
    [
        new("The year", new("At a glance", "/desk"), new("Calendar", "/desk/calendar"), new("The plan", "/desk/plan"), new("Its road", "/desk/plan/road"), new("What it costs", "/desk/plan/costs"), new("Funding", "/desk/funding"), new("Deals", "/desk/funding/deals"), new("Reports", "/desk/reports")),
        new("Sharing", new("Bulletins", "/desk/bulletins"), new("Notices", "/desk/notices"), new("Items", "/desk/items"), new("Events", "/desk/events"), new("Practice", "/desk/practice")),
        new("Promoting", new("News", "/desk/news"), new("Publications", "/desk/publications"), new("Pages", "/desk/pages"), new("Newsletters", "/desk/newsletters"), new("Posts", "/desk/social"), new("Holds", "/desk/holds")),
        new("Agreement", new("Rounds", "/desk/rounds"), new("Decisions", "/desk/decisions"), new("Mandates", "/desk/mandates"), new("What is asked", "/desk/asks"), new("Rules of agreement", "/desk/rules")),
        new("Answering", new("Enquiries", "/desk/enquiries"), new("Media", "/desk/media")),
        new("Influencing", new("Consultations", "/desk/influence/consultations"), new("Engagements", "/desk/influence/engagements"), new("Lines", "/desk/lines")),
        new("Network", new("Members", "/desk/members"), new("People", "/desk/people"), new("Audiences", "/desk/audiences"), new("The Board", "/desk/board")),
        new("Behind it", new("Mailbox", "/desk/mailbox"), new("Audit", "/desk/audit")),
    ];
}
