using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Corrections;

/// <summary>Puts a correction to the two Chairs whom the round named when it opened.</summary>
public sealed class ProposeCorrection(Db db, RoundPost post, Sites sites)
{
    /// <param name="read">The number of the version that was read.</param>
    public Task Run(Guid id, int read, string? markdown, RoundText text, string? why, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var round = await db.Locked(id, ct);
        round.RefuseUnlessRead(read);
        if (await db.CorrectionUnderWay(id, ct) is { } there) throw there.InTheWay();
        var correction = new Correction(round, markdown, text, why, by, now);
        db.Add(correction);
        await db.Save(by, "Propose correction", ct);
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).OrderBy(e => e.Code).ToListAsync(ct);
        var voices = await WhoMayAnswer.On(db, electors, now.DateIn(sites.Current.Zone), ct);
        await post.Proposed(round, correction, CorrectionAsks.Waiting(round, correction, electors, voices), ct);
    }, ct);
}
