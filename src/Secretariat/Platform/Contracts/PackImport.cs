using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Loads a data pack: every part in one transaction, so a broken pack leaves nothing behind.</summary>
public sealed class PackImport(Db db, IEnumerable<IPackPart> parts)
{
    private sealed class Undo : Exception;

    public async Task<PackReport> Run(string folder, CancellationToken ct = default)
    {
        var report = new PackReport();
        if (!File.Exists(Path.Combine(folder, "pack.yaml")))
        {
            report.Fault("pack.yaml", 0, $"there is no data pack in {Path.GetFileName(folder.TrimEnd('/'))}");
            return report;
        }
        var pack = new PackFolder(folder, report);
        try
        {
            await db.Write(async () =>
            {
                foreach (var part in parts.OrderBy(p => p.Order))
                {
                    await part.Load(pack, db, report, ct);
                    // Later parts would only stumble over what this one could not load.
                    if (report.Faults.Count > 0) throw new Undo();
                    await db.Save(Actor.Pack, "Load pack", ct);
                }
            }, ct);
        }
        catch (Undo)
        {
            db.ChangeTracker.Clear();
        }
        return report;
    }
}
