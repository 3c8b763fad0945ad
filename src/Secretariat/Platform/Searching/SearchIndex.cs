using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <summary>Writes what can be found, always inside the caller's transaction.</summary>
public static class SearchIndex
{
    public const int Chunk = 200;

    // Raised when words are kept in another form: then all kinds are made anew.
    private const int Form = 1 << 16;

    public static int Version(ISearchable searchable) => Form + searchable.Version;

    /// <summary>Looks at these again: what says something is put in or changed, what says nothing any more is taken out.</summary>
    public static async Task Write(Db db, ISearchable searchable, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        foreach (var some in ids.Chunk(Chunk))
        {
            var words = await searchable.Words(db, some, ct);
            if (words.Count > 0) await Put(db, searchable.Kind, words, ct);
            var gone = some.Except(words.Select(w => w.Record)).ToList();
            if (gone.Count > 0) await db.Set<SearchEntry>().Where(e => e.Kind == searchable.Kind && gone.Contains(e.Record)).ExecuteDeleteAsync(ct);
        }
    }

    private static async Task Put(Db db, string kind, IReadOnlyList<SearchWords> words, CancellationToken ct)
    {
        // PostgreSQL counts by itself. SQLite has one writer at a time, who counts on within the kind's own range.
        var next = db.IsPostgres ? 0 : await db.Set<SearchEntry>().Where(e => e.Kind == kind).MaxAsync(e => (long?)e.Id, ct) ?? First(kind);
        var (rows, values) = (new StringBuilder(), new List<object>());
        foreach (var said in words)
        {
            var (title, text) = (Cut(said.Title, SearchEntryMap.MaxTitle), Cut(said.Text, SearchEntryMap.MaxText));
            object[] row = [kind, said.Record, title, text, Cut(said.Href, SearchEntryMap.MaxHref), said.On ?? default, $"{SearchTerms.Kept($"{title} {text}")}{SearchTerms.Called(title)}"];
            if (!db.IsPostgres) row = [++next, .. row];
            rows.Append(rows.Length == 0 ? "(" : ", (").AppendJoin(", ", row.Select((_, i) => $"{{{(values.Count + i).ToString(CultureInfo.InvariantCulture)}}}")).Append(')');
            values.AddRange(row);
        }
        // One statement, for another save may be putting the same in: it waits, and changes what it finds.
        var sql = $"""
            INSERT INTO search ({(db.IsPostgres ? "" : "\"Id\", ")}"Kind", "Record", "Title", "Text", "Href", "On", "Folded") VALUES {rows}
            ON CONFLICT ("Kind", "Record") DO UPDATE SET "Title" = excluded."Title", "Text" = excluded."Text", "Href" = excluded."Href", "On" = excluded."On", "Folded" = excluded."Folded"
            """;
        await db.Database.ExecuteSqlRawAsync(sql, values, ct);
    }

    /// <summary>Where a kind's range begins: the same on every machine, and far from the next.</summary>
    public static long First(string kind)
    {
        var hash = 2166136261u;
        foreach (var letter in kind) hash = (hash ^ letter) * 16777619u;
        return (long)(hash % 1_000_003) << RangeBits;
    }

    public static long Last(string kind) => First(kind) + (1L << RangeBits) - 1;

    private const int RangeBits = 40;

    // PostgreSQL keeps no zero byte, and a text that was cut in the middle of a letter is none.
    private static string Cut(string text, int most) =>
        text.Replace("\0", "", StringComparison.Ordinal) is var clean && clean.Length <= most ? clean : clean[..(char.IsHighSurrogate(clean[most - 1]) ? most - 1 : most)];
}
