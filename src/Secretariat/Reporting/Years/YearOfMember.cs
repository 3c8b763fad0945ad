using Secretariat.Members.Organisations;
using Secretariat.Planning;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Years;

/// <param name="Page">Where a member's people see more of it; null when they have no such page.</param>
/// <param name="More">There are more than are ever asked for.</param>
public sealed record YearPart(string Heading, string? Page, IReadOnlyList<TimelineLine> Lines, bool More)
{
    public string Count => More ? $"{Lines.Count}+" : $"{Lines.Count}";
}

/// <summary>One member's year, from what every feature tells of it: each feature's part under a heading of its own.</summary>
public sealed class YearOfMember(Db db, IEnumerable<ITimeline> features, Standings standings, Sites sites, TimeProvider clock)
{
    /// <summary>Of each feature so many lines are asked for: a page, and no archive.</summary>
    public const int Most = 200;

    /// <summary>So many of a part stand on the page; the others are counted.</summary>
    public const int Shown = 12;

    // By the floor that tells it, in the order in which a member reads its year.
    private static readonly (string Floor, string Heading, string? Page)[] Parts =
    [
        ("Members", "What it received, and who spoke for it", "/my"),
        ("Agreements", "What it was asked, and answered", "/my/rounds"),
        ("Events", "What it was invited to, and came to", "/my/events"),
        ("Knowledge", "What it shared, used and asked", "/my/practice"),
        ("Publishing", "What was published about it", null),
        ("Enquiries", "Enquiries and media that were its own", "/my/enquiries"),
        ("Influence", "Government and partners", "/my/consultations"),
        ("Reporting", "Its figures", "/my/report"),
        ("", "What else happened", null),
    ];

    /// <param name="room">For the member's people, what is the desk's own stays out.</param>
    public async Task<(PlanYear Year, IReadOnlyList<YearPart> Parts)?> Of(Organisation member, string? year, TimelineRoom room, CancellationToken ct)
    {
        if (await standings.PlanOf(year, sites.Today(clock), ct) is not { } plan) return null;
        var (zone, now) = (sites.Current.Zone, clock.GetUtcNow());
        var (from, to) = (plan.Year.First.At(TimeOnly.MinValue, zone), plan.Year.Last.AddDays(1).At(TimeOnly.MinValue, zone));
        var span = new TimelineSpan(to < now ? to : now.AddTicks(1), Most, zone);
        var told = Parts.ToDictionary(p => p.Floor, _ => (Lines: new List<TimelineLine>(), More: false));
        foreach (var feature in features)
        {
            List<TimelineLine> all = [.. (await feature.OfOrganisation(db, member.Id, span, ct)).Where(l => l.At >= from)];
            // "Secretariat.Events.Invitations" is of Events.
            var floor = feature.GetType().Namespace?.Split('.').ElementAtOrDefault(1) ?? "";
            var key = told.ContainsKey(floor) ? floor : "";
            told[key] = ([.. told[key].Lines, .. all.Where(l => room == TimelineRoom.Desk || l.Room == TimelineRoom.My)], told[key].More || all.Count >= Most);
        }
        return (plan.Year, [.. Parts.Select(p => new YearPart(p.Heading, p.Page, [.. told[p.Floor].Lines.OrderByDescending(l => l.At).ThenBy(l => l.What, StringComparer.Ordinal)], told[p.Floor].More)).Where(p => p.Lines.Count > 0)]);
    }
}
