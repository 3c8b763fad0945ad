using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Imports;

/// <summary>Judges rows chunk by chunk with a few look-ups for all of them: a file's length costs time, never memory.</summary>
public sealed class JudgeRows(Db db, Sites sites)
{
    public const int Chunk = 500;
    private List<((Guid Body, PositionKind Kind) Key, Position Held, string Name)> _held = [];

    /// <summary>Says of each row what would become of it, on copies. Call it chunk after chunk, in the file's order.</summary>
    public async Task DryRun(PeopleImport import, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var lines = Read(import, rows);
        var before = await Before(import, rows[0].Number, lines, ct);
        var known = await Known.Of(db, [.. lines.Values, .. before], tracked: false, ct);
        foreach (var (key, held, name) in _held) known.Hold(key, held, name);
        var judge = new JudgeRow(known, Today(import), import.MakesOrganisations, import.TakesLookalikes);
        // What earlier rows of the file bring is not here yet, so they are done once more on these copies.
        foreach (var line in before) judge.Run(line);
        foreach (var row in rows)
            if (lines.TryGetValue(row.Number, out var line)) Tell(row, judge.Run(line), real: false);
        _held = [.. known.Holders];
    }

    /// <summary>Does what the rows say; the caller saves.</summary>
    public async Task Do(PeopleImport import, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var lines = Read(import, rows);
        var known = await Known.Of(db, lines.Values, tracked: true, ct);
        foreach (var line in (await Before(import, rows[0].Number, lines, ct)).OrderBy(l => l.Number)) known.Took(line);
        var judge = new JudgeRow(known, Today(import), import.MakesOrganisations, import.TakesLookalikes);
        foreach (var row in rows)
        {
            if (lines.TryGetValue(row.Number, out var line))
            {
                var verdict = judge.Run(line);
                Tell(row, verdict, real: true);
                row.Did(verdict.Steps ?? []);
                db.AddRange(verdict.Made ?? []);
            }
            row.Done = true;
        }
    }

    // The day it was checked: what somebody read before they pressed the button is what is done.
    private DateOnly Today(PeopleImport import) => import.At.DateIn(sites.Current.Zone);

    // A new person of a dry run is a copy, and nobody is found by its id.
    private static void Tell(ImportRow row, Verdict verdict, bool real) =>
        (row.Fate, row.Words, row.Person) = (verdict.Fate, verdict.Words, real || verdict.Fate != RowFate.New ? verdict.Person?.Id : null);

    private static Dictionary<int, TypedLine> Read(PeopleImport import, IReadOnlyList<ImportRow> rows)
    {
        var lines = new Dictionary<int, TypedLine>(rows.Count);
        foreach (var row in rows)
        {
            // Before anything is refused: whoever asks what is kept about them is found by the address.
            var cells = row.Read();
            (row.EmailKey, row.SortName) = (AddressIn(cells, import.Columns)?.Key ?? "", "");
            try
            {
                if (row.Malformed.Length > 0) throw new RuleBroken(row.Malformed);
                var line = lines[row.Number] = TypedLine.Of(row.Number, cells, import.Columns);
                (row.EmailKey, row.SortName) = (line.Email.Key, line.SortName);
            }
            catch (RuleBroken no)
            {
                (row.Fate, row.Words, row.Person) = (RowFate.Refused, no.Message, null);
            }
        }
        return lines;
    }

    /// <summary>Where the row says it; in a malformed one, or before anybody said what the columns are, in whichever cell it is.</summary>
    internal static EmailAddress? AddressIn(IReadOnlyList<string> cells, IReadOnlyList<Column> columns)
    {
        var said = cells.ElementAtOrDefault(columns.ToList().IndexOf(Column.Email));
        return cells.Prepend(said ?? "").Select(c => EmailAddress.TryParse(c.Trim())).FirstOrDefault(a => a is not null);
    }

    /// <summary>Rows of the file before these that were taken, about the same addresses or names.</summary>
    private async Task<IReadOnlyList<TypedLine>> Before(PeopleImport import, int first, Dictionary<int, TypedLine> lines, CancellationToken ct)
    {
        var (keys, names) = (lines.Values.Select(l => l.Email.Key).Distinct().ToList(), lines.Values.Select(l => l.SortName).Distinct().ToList());
        var rows = await db.Set<ImportRow>().AsNoTracking()
            .Where(r => r.Import == import.Id && r.Number < first && (r.Fate == RowFate.New || r.Fate == RowFate.Changed || r.Fate == RowFate.Same) && (keys.Contains(r.EmailKey) || names.Contains(r.SortName)))
            .OrderBy(r => r.Number).ToListAsync(ct);
        return [.. rows.Select(r => TypedLine.Of(r.Number, r.Read(), import.Columns))];
    }
}
