using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>Takes a file in, row by row, and says what each would bring. Nobody is added by it.</summary>
public sealed class ReadPeople(Db db, JudgeRows judge, TimeProvider clock)
{
    /// <param name="map">What stands in each column by its heading, where somebody said so; else by the headings alone.</param>
    public async Task<PeopleImport> Run(string path, string name, IReadOnlyDictionary<string, Column>? map, bool makesOrganisations, bool takesLookalikes, Actor by, CancellationToken ct)
    {
        await using var file = await CsvFile.Open(path, ct);
        var import = new PeopleImport(name, file.Headings, file.Note, by, clock.GetUtcNow());
        var columns = map is null ? import.Columns : [.. file.Headings.Select(h => map.GetValueOrDefault(h, Column.Nothing))];
        if (map is not null || import.IsReadable) import.ReadAs(columns, makesOrganisations, takesLookalikes);
        db.Add(import);
        await db.Save(by, "Read file of people", ct);
        try
        {
            var chunk = new List<ImportRow>(JudgeRows.Chunk);
            await foreach (var row in file.Rows(import.Id, ct))
            {
                chunk.Add(row);
                if (chunk.Count == JudgeRows.Chunk) await Keep(import, chunk, ct);
            }
            await Keep(import, chunk, ct);
        }
        catch
        {
            // Nothing half-read stays behind, whatever went wrong.
            await ThrowAway(import.Id, by, CancellationToken.None);
            throw;
        }
        return await Count(import.Id, import.Version, by, ct);
    }

    /// <summary>Judges all rows again: with other columns, or because much has changed here since.</summary>
    /// <param name="version">The file as the form saw it.</param>
    public async Task Again(Guid id, int version, IReadOnlyList<Column> columns, bool makesOrganisations, bool takesLookalikes, Actor by, CancellationToken ct)
    {
        var import = await db.Set<PeopleImport>().SingleAsync(i => i.Id == id, ct);
        db.Expect(import, version);
        import.ReadAs(columns, makesOrganisations, takesLookalikes);
        await db.Save(by, "Say what the columns are", ct);
        for (int? last = 0; last is { } from;) last = await db.Write(() => Some(id, import.Version, from, ct), ct);
        await Count(id, import.Version, by, ct);
    }

    // Chunk by chunk, as long as nobody else has begun to read it otherwise or threw it away.
    private async Task<int?> Some(Guid id, int version, int from, CancellationToken ct)
    {
        var import = await Mine(id, version, ct);
        var rows = await db.Set<ImportRow>().Where(r => r.Import == id && r.Number > from).OrderBy(r => r.Number).Take(JudgeRows.Chunk).ToListAsync(ct);
        if (rows.Count == 0) return null;
        await judge.DryRun(import, rows, ct);
        await db.SaveUnaudited(ct);
        return rows[^1].Number;
    }

    private async Task<PeopleImport> Mine(Guid id, int version, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.LockedImport(id, ImportState.Reading, ct) is { } import && import.Version == version ? import
            : throw new RuleBroken("This file was read otherwise, or thrown away, in another window meanwhile. Look at it there.");
    }

    /// <summary>Only what was never imported: the rest is kept, so that it can be undone.</summary>
    public Task ThrowAway(Guid id, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        db.ChangeTracker.Clear();
        var import = await db.Set<PeopleImport>().SingleAsync(i => i.Id == id, ct);
        if (import.State is not (ImportState.Reading or ImportState.Checked)) throw new RuleBroken("This file was imported, so it is kept: undo the import instead.");
        await db.Set<ImportRow>().Where(r => r.Import == id).ExecuteDeleteAsync(ct);
        db.Remove(import);
        await db.Save(by, "Throw away file of people", ct);
    }, ct);

    private async Task Keep(PeopleImport import, List<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        if (import.IsReadable) await judge.DryRun(import, rows, ct);
        else foreach (var row in rows) row.EmailKey = JudgeRows.AddressIn(row.Read(), import.Columns)?.Key ?? "";
        db.AddRange(rows);
        await db.SaveUnaudited(ct);
        db.ChangeTracker.Clear();
        rows.Clear();
    }

    private Task<PeopleImport> Count(Guid id, int version, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var import = await Mine(id, version, ct);
        import.Count(await db.Set<ImportRow>().Where(r => r.Import == id).GroupBy(r => r.Fate).Select(g => new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows, ct));
        await db.Save(by, "Check file of people", ct);
        return import;
    }, ct);
}
