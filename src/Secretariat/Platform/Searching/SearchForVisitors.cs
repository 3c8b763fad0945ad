using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Searching;

/// <summary>Finds what stands on the website: by the index, and then by what may be read at this moment.</summary>
public sealed class SearchForVisitors(Search search, IEnumerable<ISearchable> searchables, IServiceProvider services)
{
    private const int Spare = 20;

    public async Task<Found> Run(string? query, string? kind, int each, CancellationToken ct)
    {
        // Some more than are shown: one that may not be read any more takes nobody's place.
        var found = await search.Run(query, right => right == IFoundByVisitors.Visitors, kind, Math.Min(each + Spare, Search.Most), ct);
        var kinds = new List<FoundKind>();
        foreach (var some in found.Kinds)
        {
            var of = (IFoundByVisitors)searchables.Single(s => s.Kind == some.Kind);
            var shown = (await of.ShownNow(services, [.. some.Hits.Select(h => h.Record)], ct)).ToHashSet();
            var hits = some.Hits.Where(h => shown.Contains(h.Record)).ToList();
            if (hits.Count > 0) kinds.Add(some with { Hits = [.. hits.Take(each)], More = some.More || hits.Count > each });
        }
        // What was meant instead is said only beside something found: it may be a word of what nobody may read.
        return new(kinds, kinds.Count > 0 ? found.Instead : null);
    }
}
