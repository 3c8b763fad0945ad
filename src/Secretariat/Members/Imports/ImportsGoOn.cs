using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Members.Imports;

/// <summary>Goes on with an import, or with undoing one, that was cut short; and forgets files that were looked at and never imported.</summary>
public sealed class ImportsGoOn : ISweep
{
    private const int DaysKept = 14;

    public string Name => "imports-go-on";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct)
    {
        if (await UnderWay(db).AnyAsync(ct)) return DateTimeOffset.UnixEpoch;
        return await Unused(db).MinAsync(i => (DateTimeOffset?)i.At, ct) is { } oldest ? oldest.AddDays(DaysKept) : null;
    }

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        foreach (var import in await UnderWay(db).AsNoTracking().ToListAsync(ct))
        {
            if (import.State == ImportState.Importing) await services.GetRequiredService<ImportPeople>().GoOn(import.Id, ct);
            else await services.GetRequiredService<UndoImport>().GoOn(import.Id, ct);
        }
        var old = now.AddDays(-DaysKept);
        foreach (var id in await Unused(db).Where(i => i.At <= old).Select(i => i.Id).ToListAsync(ct))
            await services.GetRequiredService<ReadPeople>().ThrowAway(id, Actor.Schedule, ct);
    }

    private static IQueryable<PeopleImport> UnderWay(Db db) => db.Set<PeopleImport>().Where(i => i.State == ImportState.Importing || i.State == ImportState.Undoing);

    private static IQueryable<PeopleImport> Unused(Db db) => db.Set<PeopleImport>().Where(i => i.State == ImportState.Reading || i.State == ImportState.Checked);
}
