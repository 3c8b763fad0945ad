using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// A mandate lets a text out no longer, or other lines stand under it: bulletins that carry it lose their approval, one whose readers
/// are being named gives up, and letters that have not left stay.
/// </summary>
public sealed class StopStatements(Db db, FreezeBatch freeze, BatchOrders orders) : IUnderMandate
{
    public Task Stop(Guid mandate, string because, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        foreach (var edition in await Carrying(db, mandate).OrderBy(e => e.Year).ThenBy(e => e.Number).ToListAsync(ct))
        {
            if (edition.State == EditionState.Freezing && await freeze.IsOver(edition.Batch!.Value, ct)) edition.BeginSending();
            if (edition.State == EditionState.Sending)
            {
                edition.StopSending(because);
                await db.Save(by, "Stop bulletin", ct);
                await orders.Cancel(edition.Batch!.Value, by, ct);
                continue;
            }
            if (edition.State == EditionState.Freezing)
            {
                await freeze.Abandon(edition.Batch!.Value, by, because, ct);
                await db.NothingLeft(edition.Id, because, ct);
                edition.ComeBack(because);
            }
            edition.VoidApproval(because);
            await db.Save(by, "Void approval", ct);
        }
    }, ct);

    /// <summary>Approved and on its way, with something of it still to leave.</summary>
    internal static IQueryable<Edition> Carrying(Db db, Guid mandate) =>
        from edition in OnTheWay(db)
        where db.Set<Item>().Any(i => i.Mandate == mandate && edition.Items.Contains(i.Id))
        select edition;

    internal static IQueryable<Edition> OnTheWay(Db db) => db.Set<Edition>().Where(e => e.State == EditionState.Approved || e.State == EditionState.Scheduled || e.State == EditionState.Freezing
        || e.State == EditionState.Sending && db.Set<Batch>().Any(b => b.Id == e.Batch && (b.State == BatchState.Open || b.State == BatchState.Paused)));
}

/// <summary>At midnight, in the network's zone, after the last day of a mandate.</summary>
public sealed class StopExpired(Sites sites) : ISweep
{
    public string Name => "stop-expired-statements";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Ending(db).MinAsync(m => m.Until, ct) is { } last ? last.AddDays(1).At(TimeOnly.MinValue, sites.Current.Zone) : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var (db, today) = (services.GetRequiredService<Db>(), now.DateIn(sites.Current.Zone));
        foreach (var mandate in await Ending(db).Where(m => m.Until < today).IgnoreAutoIncludes().AsNoTracking().ToListAsync(ct))
            await services.GetRequiredService<StopStatements>().Stop(mandate.Id, $"the mandate for “{mandate.Subject}” ended on {mandate.Until!.Value.Plain()}", Actor.Schedule, ct);
    }

    private static IQueryable<Mandate> Ending(Db db) =>
        db.Set<Mandate>().Where(m => m.Until != null && db.Set<Item>().Any(i => i.Mandate == m.Id && StopStatements.OnTheWay(db).Any(e => e.Items.Contains(i.Id))));
}

public static class ReleasesOf
{
    /// <summary>What was on record as released in a bulletin did not leave after all.</summary>
    internal static async Task NothingLeft(this Db db, Guid edition, string why, CancellationToken ct)
    {
        foreach (var release in await db.Set<Release>().Where(r => r.About == edition && r.CameToNothing == null).ToListAsync(ct)) release.ComeToNothing(why);
    }
}
