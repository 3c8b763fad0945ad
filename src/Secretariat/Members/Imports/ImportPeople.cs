using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>
/// Carries out an import, some hundred rows at a time: beside it pages are saved as ever, and when it is killed it goes on where it
/// stopped. A row and what it brings are saved together, so nothing comes twice.
/// </summary>
public sealed class ImportPeople(Db db, JudgeRows judge, TimeProvider clock)
{
    public const string Verb = "Import person";

    /// <param name="version">The file as the page showed it: another window may have read it otherwise since.</param>
    public Task Begin(Guid id, Actor by, CancellationToken ct, int? version = null) => db.Write(async () =>
    {
        var import = await db.Set<PeopleImport>().SingleAsync(i => i.Id == id, ct);
        if (version is { } seen) db.Expect(import, seen);
        import.Begin();
        await db.Save(by, "Import people", ct);
    }, ct);

    /// <summary>To the end; whoever comes second helps or finds nothing to do.</summary>
    public async Task GoOn(Guid id, CancellationToken ct)
    {
        while (await db.Write(() => Some(id, ct), ct)) db.ChangeTracker.Clear();
        db.ChangeTracker.Clear();
    }

    private async Task<bool> Some(Guid id, CancellationToken ct)
    {
        if (await db.LockedImport(id, ImportState.Importing, ct) is not { } import) return false;
        var rows = await db.Set<ImportRow>().Where(r => r.Import == id && !r.Done).OrderBy(r => r.Number).Take(JudgeRows.Chunk).ToListAsync(ct);
        if (rows.Count == 0)
        {
            import.Count(await db.Set<ImportRow>().Where(r => r.Import == id).GroupBy(r => r.Fate).Select(g => new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows, ct));
            import.Finish(clock.GetUtcNow());
            await db.Save(import.Actor, "Finish import", ct);
            return false;
        }
        await judge.Do(import, rows, ct);
        await db.Save(import.Actor, Verb, ct);
        return true;
    }
}

internal static class LockedImports
{
    /// <summary>Until the caller's transaction ends nobody else goes on with it; null when it is in another state.</summary>
    public static async Task<PeopleImport?> LockedImport(this Db db, Guid id, ImportState state, CancellationToken ct) =>
        await db.Set<PeopleImport>().Where(i => i.Id == id && i.State == state).ExecuteUpdateAsync(s => s.SetProperty(i => i.State, state), ct) == 0 ? null
        : await db.Set<PeopleImport>().SingleAsync(i => i.Id == id, ct);
}
