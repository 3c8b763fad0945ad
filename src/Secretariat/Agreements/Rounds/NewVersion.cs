using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>Sends a new wording round as a redline, to everybody who was asked.</summary>
public sealed class NewVersion(Db db, RoundPost post, Sites sites)
{
    /// <param name="read">The number of the version that was read: two windows cannot both change it.</param>
    public Task Run(Guid id, int read, string? markdown, RoundText text, DateTimeOffset closesAt, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: an answer that is being written is one to the text before, or sees that it has changed.
        var round = await db.Locked(id, ct);
        round.RefuseUnlessRead(read);
        if (await db.CorrectionUnderWay(id, ct) is { } correction) throw correction.InTheWay();
        db.Add(round.Reword(markdown, text, closesAt, now));
        await db.Save(by, "Send new version", ct);
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).OrderBy(e => e.Code).ToListAsync(ct);
        await post.Ask(round, electors, await WhoMayAnswer.On(db, electors, now.DateIn(sites.Current.Zone), ct), ct);
    }, ct);
}
