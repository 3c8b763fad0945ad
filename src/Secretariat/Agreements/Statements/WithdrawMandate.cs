using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements;

/// <summary>Withdraws a mandate and, in the same transaction, stops whatever was still to leave under it.</summary>
public sealed class WithdrawMandate(Db db, IEnumerable<IUnderMandate> carriers, Sites sites)
{
    public Task Run(Guid id, int? expected, string? decidedBy, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var mandate = await db.Set<Mandate>().SingleAsync(m => m.Id == id, ct);
        if (expected is { } version) db.Expect(mandate, version);
        var today = now.DateIn(sites.Current.Zone);
        mandate.Withdraw(decidedBy, why, today, now);
        await db.Save(by, "Withdraw mandate", ct);
        foreach (var carrier in carriers) await carrier.Stop(id, $"the mandate for “{mandate.Subject}” was withdrawn on {today.Plain()}: {mandate.WithdrawnWhy}", by, ct);
    }, ct);
}
