using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <param name="Instead">The words that were looked for after all, when those that were typed stand nowhere.</param>
public sealed record Found(IReadOnlyList<FoundKind> Kinds, string? Instead = null)
{
    public int Count => Kinds.Sum(k => k.Hits.Count);
}

/// <param name="More">There are more than were looked at.</param>
public sealed record FoundKind(string Kind, string Heading, IReadOnlyList<SearchEntry> Hits, bool More);

/// <summary>Finds by words, the same on both databases: all of them must stand in a record, in any order; those in its title come first.</summary>
public sealed class Search(Db db, IEnumerable<ISearchable> searchables)
{
    public const int Most = 200;
    private const int Looked = 300, TermsToSpell = 4;

    /// <param name="may">The rights of whoever asks: what they may not see is not looked for.</param>
    /// <param name="kind">Only this kind, up to <see cref="Most"/>; null for some of each.</param>
    public async Task<Found> Run(string? query, Func<string, bool> may, string? kind, int each, CancellationToken ct)
    {
        var allowed = searchables.Where(s => may(s.Right) && (kind is null || s.Kind == kind)).ToList();
        var terms = SearchTerms.Read(query);
        if (terms.IsEmpty || allowed.Count == 0) return new([]);
        var found = await Look(terms, allowed, each, ct);
        if (found.Count > 0 || await Instead(terms, allowed, ct) is not { } meant) return new(found);
        return new(await Look(meant, allowed, each, ct), string.Join(' ', meant.Terms));
    }

    private async Task<IReadOnlyList<FoundKind>> Look(SearchTerms terms, List<ISearchable> kinds, int each, CancellationToken ct)
    {
        var values = new List<object>();
        // Whatever is called by the words first: of a common word only so many are looked at, and these are not to be missing.
        var sql = string.Join(" UNION ALL ", kinds.SelectMany(k => new[] { terms.InTitle, terms.Parts }.Select(p => Among(k.Kind, p, Most, values))));
        var hits = (await db.Set<SearchEntry>().FromSqlRaw(sql, [.. values]).AsNoTracking().ToListAsync(ct)).DistinctBy(h => h.Id).ToLookup(h => h.Kind);
        // A merged record leads to the one that is kept, which may stand here itself.
        return [.. kinds.Select(k => (Kind: k, Hits: Ranked(hits[k.Kind], terms).DistinctBy(h => h.Href).ToList())).Where(k => k.Hits.Count > 0)
            // First whatever is called by these words, then what only mentions them.
            .OrderByDescending(k => terms.Terms.Count(t => SearchTerms.Kept(k.Hits[0].Title).Contains($" {t}", StringComparison.Ordinal)))
            .Select(k => new FoundKind(k.Kind.Kind, k.Kind.Heading, [.. k.Hits.Take(each)], k.Hits.Count > each || hits[k.Kind.Kind].Count() >= Most))];
    }

    private static IEnumerable<SearchEntry> Ranked(IEnumerable<SearchEntry> hits, SearchTerms terms) =>
        hits.Select(h => (Hit: h, Title: SearchTerms.Kept(h.Title)))
            .OrderByDescending(h => terms.Terms.Count(t => h.Title.Contains($" {t} ", StringComparison.Ordinal)))
            .ThenByDescending(h => terms.Terms.Count(t => h.Title.Contains($" {t}", StringComparison.Ordinal)))
            .ThenByDescending(h => terms.Terms.Count(t => h.Title.Contains(t, StringComparison.Ordinal)))
            .ThenByDescending(h => terms.Terms.Count(t => h.Hit.Folded.Contains($" {t}", StringComparison.Ordinal)))
            .ThenByDescending(h => h.Hit.On).ThenBy(h => h.Title, StringComparer.Ordinal).Select(h => h.Hit);

    /// <summary>Each word that is nowhere, replaced by the nearest that is somewhere.</summary>
    private async Task<SearchTerms?> Instead(SearchTerms terms, List<ISearchable> kinds, CancellationToken ct)
    {
        if (terms.Terms.Count > TermsToSpell) return null;
        var meant = new List<string>();
        foreach (var term in terms.Terms)
        {
            if (term.Length < Spelt.Shortest)
            {
                meant.Add(term);
                continue;
            }
            var values = new List<object>();
            var sql = string.Join(" UNION ALL ", kinds.SelectMany(k => Spelt.Pieces(term).Select(p => Among(k.Kind, [p], Looked, values))));
            var near = await db.Set<SearchEntry>().FromSqlRaw(sql, [.. values]).AsNoTracking().Select(e => e.Folded).ToListAsync(ct);
            meant.Add(Spelt.Nearest(term, near.SelectMany(n => n.Split([' ', SearchTerms.Mark], StringSplitOptions.RemoveEmptyEntries))) ?? term);
        }
        return meant.SequenceEqual(terms.Terms) ? null : new(meant);
    }

    /// <summary>Entries of one kind that have all of these parts, as SQL; only so many, so that a common word costs no more than a rare one.</summary>
    private string Among(string kind, IReadOnlyList<string> parts, int most, List<object> values)
    {
        string Value(object value)
        {
            values.Add(value);
            return $"{{{(values.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
        }
        if (db.IsPostgres)
            return $"SELECT * FROM (SELECT * FROM search WHERE \"Kind\" = {Value(kind)} AND {string.Join(" AND ", parts.Select(p => $"\"Folded\" LIKE {Value($"%{p}%")}"))} LIMIT {Value(most)}) s";
        // The parts hold letters, digits and spaces only; in quotes each is a phrase of trigrams. The newest come first.
        var phrases = string.Join(" AND ", parts.Select(p => $"\"{p}\""));
        return $"SELECT * FROM search WHERE \"Id\" IN (SELECT rowid FROM search_fts WHERE search_fts MATCH {Value(phrases)} AND rowid BETWEEN {Value(SearchIndex.First(kind))} AND {Value(SearchIndex.Last(kind))} ORDER BY rowid DESC LIMIT {Value(most)})";
    }
}
