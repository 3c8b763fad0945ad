using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.News;

/// <summary>Takes an item off the website: its address stays, and says why it is gone.</summary>
public sealed class TakeOffWebsite(Db db, PutToMembers words, TimeProvider clock) : IUnderMandate
{
    public async Task Run(Guid item, string? why, Actor by, CancellationToken ct)
    {
        // Everybody reads the reason, so it is looked at as every text that leaves.
        if (PutToMembers.InPlain(why ?? "", await words.All(ct)) is { } round)
        {
            db.Note(by, ReleaseStatement.RefusedVerb, nameof(PublishedItem), item, ("Channel", PutOnWebsite.Channel), ("Carrier", $"{item}"), ("Why", round.Refusal));
            await db.SaveUnaudited(ct);
            throw new RuleBroken(round.Refusal, "Why");
        }
        var published = await db.Set<PublishedItem>().SingleOrDefaultAsync(p => p.Item == item, ct) ?? throw new RuleBroken("It is not on the website.");
        if (published.State == WebState.Scheduled) published.VoidApproval("it was taken off the schedule");
        else published.TakeOff(why, clock.GetUtcNow());
        await db.Save(by, "Take off the website", ct);
    }

    /// <summary>What everybody reads where a statement stood whose mandate is over.</summary>
    internal const string Ended = "The members’ agreement to this statement has ended.";

    /// <summary>A mandate lets its text out no longer.</summary>
    public async Task Stop(Guid mandate, string because, Actor by, CancellationToken ct)
    {
        // By what was approved: the item may be called something else by now, or say something else under its old address.
        var carried = await Standing(db).Where(p => p.Mandate == mandate).ToListAsync(ct);
        foreach (var published in carried)
        {
            // The whole reason is for staff: it quotes whoever withdrew it.
            if (published.State == WebState.Scheduled) published.VoidApproval(because);
            else published.TakeOff(Ended, clock.GetUtcNow());
        }
        await db.Save(by, "Take off the website", ct);
    }

    /// <summary>What stands there, or waits for its hour.</summary>
    internal static IQueryable<PublishedItem> Standing(Db db) => db.Set<PublishedItem>().Where(p => p.State == WebState.Scheduled || p.State == WebState.Published);

    // What its items are about, those who carry them in bulletins say already.
    public Task<IReadOnlyCollection<string>> Reach(Guid mandate, CancellationToken ct) => Task.FromResult<IReadOnlyCollection<string>>([]);
}
