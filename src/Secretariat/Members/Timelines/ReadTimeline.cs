using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Timelines;

/// <param name="Older">Where the next page begins; null at the end.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineLine> Lines, DateTimeOffset? Older);

/// <summary>What happened, from all features in one order, the newest first. Whoever was merged has one story.</summary>
public sealed class ReadTimeline(Db db, IEnumerable<ITimeline> features, Sites sites)
{
    public const int Size = 40;

    public async Task<TimelinePage> OfPerson(Guid person, DateTimeOffset before, CancellationToken ct)
    {
        var records = await SamePerson.Records(db, person, ct);
        return await Page(before, (feature, span) => feature.OfPerson(db, records, span, ct));
    }

    public Task<TimelinePage> OfOrganisation(Guid organisation, DateTimeOffset before, CancellationToken ct) =>
        Page(before, (feature, span) => feature.OfOrganisation(db, organisation, span, ct));

    private async Task<TimelinePage> Page(DateTimeOffset before, Func<ITimeline, TimelineSpan, Task<IReadOnlyList<TimelineLine>>> of)
    {
        var span = new TimelineSpan(before, Size + 1, sites.Current.Zone);
        var lines = new List<TimelineLine>();
        foreach (var feature in features) lines.AddRange(await of(feature, span));
        List<TimelineLine> all = [.. lines.OrderByDescending(l => l.At).ThenBy(l => l.What, StringComparer.Ordinal)];
        if (all.Count <= Size) return new(all, null);
        // A moment is never cut in two: what happened at the same one stands on the same page.
        var last = all[Size - 1].At;
        return new([.. all.TakeWhile(l => l.At >= last)], last);
    }
}
