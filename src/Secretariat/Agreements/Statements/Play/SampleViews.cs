using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Play;

/// <summary>What members say in a round of views that a later floor's part of the sample year had written.</summary>
public static class SampleViews
{
    /// <param name="said">By the member's code: its comment, or null for "we are dealing with them ourselves".</param>
    public static async Task Say(IServiceProvider services, Guid id, IEnumerable<(string Member, string? Comment)> said, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).ToListAsync(ct);
        var voices = await WhoMayAnswer.On(db, electors, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct);
        foreach (var (member, comment) in said)
        {
            var elector = electors.Find(e => e.Code == member) ?? throw new RuleBroken($"No member that was asked has the code “{member}”.");
            await services.GetRequiredService<AnswerRound>().Run(id, elector.Id, voices[elector.Id].First(v => !v.IsPa).Person, new GivenAnswer(comment is null ? Answer.DealingOurselves : Answer.Comment, round.Latest.Hash) { Comment = comment }, AnswerWay.Link, null, now, ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Looks at what came, says to each comment what becomes of it, and tells its author.</summary>
    /// <param name="rejected">By the member's code: why its comment is not taken up.</param>
    public static async Task Settle(IServiceProvider services, Guid id, IReadOnlyDictionary<string, string> rejected, Actor by, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var codes = await db.Set<Elector>().Where(e => e.Round == id).ToDictionaryAsync(e => e.Id, e => e.Code, ct);
        foreach (var comment in await db.Set<Response>().AsNoTracking().Where(r => r.Round == id && r.Answer == Answer.Comment).OrderBy(r => r.Number).ToListAsync(ct))
        {
            var why = rejected.GetValueOrDefault(codes[comment.Elector]);
            await services.GetRequiredService<SettleComment>().Run(comment, why is null ? Verdict.Accepted : Verdict.Rejected, why, null, by, now, ct);
        }
        await services.GetRequiredService<TellAuthors>().Run(id, by, now, ct);
        (await db.Set<Round>().SingleAsync(r => r.Id == id, ct)).See(now);
        await db.Save(by, "Look at the result", ct);
    }

    /// <summary>The round of a text that the sample year puts to members; null when it has not been opened.</summary>
    public static async Task<Guid?> RoundOf(Db db, string code, CancellationToken ct)
    {
        var about = StatementScript.AboutOf(code);
        return await db.Set<Round>().Where(r => r.About == about && r.State != RoundState.Cancelled).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
    }
}
