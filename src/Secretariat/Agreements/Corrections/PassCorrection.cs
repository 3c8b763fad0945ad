using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections;

/// <summary>One of the two Chairs passes a correction. With the second it goes round to everybody, who may object.</summary>
public sealed class PassCorrection(Db db, RoundPost post, Sites sites)
{
    public Task Run(Guid round, Guid correction, Guid person, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var asked = await db.Locked(round, ct);
        var found = await db.Set<Correction>().SingleOrDefaultAsync(c => c.Id == correction && c.Round == round, ct) ?? throw new RuleBroken("This correction is none of this round.");
        var today = now.DateIn(sites.Current.Zone);
        found.Pass(asked, person, await ChairsToday.On(db, today, ct), now);
        await db.Save(new Actor(person, asked.Correctors.Single(c => c.Person == person).Name), "Pass correction", ct);
        if (found.State != CorrectionState.GoneRound) return;
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round).OrderBy(e => e.Code).ToListAsync(ct);
        await post.Corrected(asked, found, electors, await WhoMayAnswer.On(db, electors, today, ct), ct);
    }, ct);
}
