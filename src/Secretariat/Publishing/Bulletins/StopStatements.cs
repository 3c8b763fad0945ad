using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// A mandate lets a text out no longer, or other lines stand under it: bulletins that carry it lose their approval, one whose readers
/// are being named gives up, and letters that have not left stay.
/// </summary>
public sealed class StopStatements(Db db, FreezeBatch freeze, BatchOrders orders) : IUnderMandate
{
    public Task Stop(Guid mandate, string because, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        foreach (var id in await Carrying(db, mandate).OrderBy(e => e.Year).ThenBy(e => e.Number).Select(e => e.Id).ToListAsync(ct))
            await Stop(await db.Locked(id, ct), because, by, ct);
    }, ct);

    private async Task Stop(Edition edition, string because, Actor by, CancellationToken ct)
    {
        if (edition.State == EditionState.Freezing && await freeze.IsOver(edition.Batch!.Value, ct)) edition.BeginSending();
        if (edition.State == EditionState.Sending)
        {
            // Done or cancelled, it has nothing to stop, and that is no reason to refuse the withdrawal.
            var leaving = await orders.IsLeaving(edition.Batch!.Value, ct);
            if (leaving) edition.StopSending(because);
            await db.Save(by, "Stop bulletin", ct);
            if (leaving) await orders.Cancel(edition.Batch!.Value, by, ct);
            return;
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

    public async Task<IReadOnlyCollection<string>> Reach(Guid mandate, CancellationToken ct)
    {
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.Mandate == mandate).ToListAsync(ct);
        var about = items.SelectMany(i => i.About).Distinct().ToList();
        var codes = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).Select(o => o.Code).ToListAsync(ct);
        return [.. items.Select(i => i.Theme).OfType<string>().Distinct().Select(t => $"theme:{t}"), .. codes.Select(c => $"member:{c}")];
    }

    // As it stands in the approved content.
    private static string Written(Guid mandate) => $"\"mandate\":\"{mandate}\"";

    /// <summary>Approved and on its way, with something of it still to leave.</summary>
    internal static IQueryable<Edition> Carrying(Db db, Guid mandate) =>
        from edition in OnTheWay(db)
        // By what was approved and what is on record as released, too: an item may be called something else by now.
        where db.Set<Item>().Any(i => i.Mandate == mandate && edition.Items.Contains(i.Id)) || edition.ApprovedContent!.Contains(Written(mandate))
            || db.Set<Release>().Any(r => r.Mandate == mandate && r.About == edition.Id && r.CameToNothing == null)
        select edition;

    internal static IQueryable<Edition> OnTheWay(Db db) => db.Set<Edition>().Where(e => e.State == EditionState.Approved || e.State == EditionState.Scheduled || e.State == EditionState.Freezing
        || e.State == EditionState.Sending && db.Set<Batch>().Any(b => b.Id == e.Batch && (b.State == BatchState.Open || b.State == BatchState.Paused)));
}

/// <summary>At midnight, in the network's zone, after the last day of a mandate: whoever carries its text stops.</summary>
public sealed class StopExpired(Sites sites) : ISweep
{
    public string Name => "stop-expired-statements";

    public async Task<DateTimeOffset?> Next(Db db, CancellationToken ct) =>
        await Ending(db).MinAsync(m => m.Until, ct) is { } last ? last.AddDays(1).At(TimeOnly.MinValue, sites.Current.Zone) : null;

    public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var (db, today) = (services.GetRequiredService<Db>(), now.DateIn(sites.Current.Zone));
        foreach (var mandate in await Ending(db).Where(m => m.Until < today).IgnoreAutoIncludes().AsNoTracking().ToListAsync(ct))
            await db.Write(async () =>
            {
                foreach (var carrier in services.GetServices<IUnderMandate>()) await carrier.Stop(mandate.Id, $"the mandate for “{mandate.Subject}” ended on {mandate.Until!.Value.Plain()}", Actor.Schedule, ct);
            }, ct);
    }

    private static IQueryable<Mandate> Ending(Db db) =>
        db.Set<Mandate>().Where(m => m.Until != null && (db.Set<Item>().Any(i => i.Mandate == m.Id && StopStatements.OnTheWay(db).Any(e => e.Items.Contains(i.Id)))
            || db.Set<Release>().Any(r => r.Mandate == m.Id && r.CameToNothing == null && StopStatements.OnTheWay(db).Any(e => e.Id == r.About))
            || TakeOffWebsite.Standing(db).Any(p => p.Mandate == m.Id)));
}

public static class ReleasesOf
{
    /// <summary>
    /// A bulletin as it stands, and nobody else changes it before the caller's transaction ends: of a freeze and a withdrawal at the
    /// same moment one sees what the other did.
    /// </summary>
    internal static async Task<Edition> Locked(this Db db, Guid id, CancellationToken ct)
    {
        await db.Set<Edition>().Where(e => e.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Number, e => e.Number), ct);
        var edition = await db.Set<Edition>().SingleAsync(e => e.Id == id, ct);
        await db.Entry(edition).ReloadAsync(ct);
        return edition;
    }

    /// <summary>What was on record as released in a bulletin did not leave after all.</summary>
    internal static async Task NothingLeft(this Db db, Guid edition, string why, CancellationToken ct)
    {
        foreach (var release in await db.Set<Release>().Where(r => r.About == edition && r.CameToNothing == null).ToListAsync(ct)) release.ComeToNothing(why);
    }
}
