using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Dispositions;

/// <summary>Decides about one comment, or decides otherwise.</summary>
public sealed class SettleComment(Db db)
{
    /// <param name="seen">What stood beside it on the page; null when nothing was decided.</param>
    public Task Run(Response comment, Verdict verdict, string? reason, Verdict? seen, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: of two who decide at once the second sees what the first decided, and does not take its place unread.
        await db.Locked(comment.Round, ct);
        var here = await db.Set<Disposition>().SingleOrDefaultAsync(d => d.Comment == comment.Id, ct);
        if (here is not null && here.Verdict != seen && !here.Says(verdict, reason)) throw new RuleBroken("Somebody decided about this comment a moment ago: it stands beside it now. Decide otherwise if you mean to.");
        if (here is null) db.Add(new Disposition(comment, verdict, reason, by, now));
        else here.Decide(verdict, reason, by, now);
        await db.Save(by, "Settle comment", ct);
    }, ct);
}
