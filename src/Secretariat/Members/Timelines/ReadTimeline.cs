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
    private const int Asked = 2 * Size;

    public async Task<TimelinePage> OfPerson(Guid person, DateTimeOffset before, CancellationToken ct)
    {
        var records = await SamePerson.Records(db, person, ct);
        return await Page(before, (feature, span) => feature.OfPerson(db, records, span, ct));
    }

    public Task<TimelinePage> OfOrganisation(Guid organisation, DateTimeOffset before, CancellationToken ct) =>
        Page(before, (feature, span) => feature.OfOrganisation(db, organisation, span, ct));

    /// <summary>Only the lines that a member's own people may read. A stretch in which the desk alone has lines is passed over.</summary>
    public async Task<TimelinePage> OfMembersOwn(Guid organisation, DateTimeOffset before, CancellationToken ct)
    {
        while (true)
        {
            var page = await Page(before, (feature, span) => feature.OfOrganisation(db, organisation, span, ct), ofDesk: false);
            if (page.Lines.Count > 0 || page.Older is not { } older || older >= before) return page;
            before = older;
        }
    }

    /// <param name="ofDesk">Also what staff alone read.</param>
    private async Task<TimelinePage> Page(DateTimeOffset before, Func<ITimeline, TimelineSpan, Task<IReadOnlyList<TimelineLine>>> of, bool ofDesk = true)
    {
        var span = new TimelineSpan(before, Asked, sites.Current.Zone);
        var (lines, horizon) = (new List<TimelineLine>(), (DateTimeOffset?)null);
        foreach (var feature in features)
        {
            List<TimelineLine> some = [.. (await of(feature, span)).OrderByDescending(l => l.At).Take(Asked)];
            lines.AddRange(some.Where(l => ofDesk || l.Room == TimelineRoom.My));
            // It has more, perhaps of its last moment too: only what is later than that is known in full.
            if (some.Count == Asked && !(horizon > some[^1].At)) horizon = some[^1].At;
        }
        List<TimelineLine> all = [.. lines.OrderByDescending(l => l.At).ThenBy(l => l.What, StringComparer.Ordinal)];
        var known = all.TakeWhile(l => horizon is null || l.At > horizon).ToList();
        // More at one moment than are ever asked for: they stand here as far as they go.
        if (known.Count == 0 && horizon is { } moment) return new([.. all.TakeWhile(l => l.At >= moment)], moment);
        if (known.Count <= Size) return new(known, horizon?.AddMicroseconds(1));
        // A moment is never cut in two: what happened at the same one stands on the same page.
        var last = known[Size - 1].At;
        List<TimelineLine> page = [.. known.TakeWhile(l => l.At >= last)];
        return new(page, page.Count == all.Count && horizon is null ? null : last);
    }
}
