using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes;

public sealed record Proposal(string? Title, string? Theme, string? Why);

/// <summary>Opens a call for wishes, and takes what chief executives propose and rank.</summary>
public sealed class RankWishes(Db db, Sites sites)
{
    public Task<WishCall> Open(DateOnly? closes, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // There is no row yet that could be held, and of two who open a call the second finds the first.
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7203118)", ct);
        var today = now.DateIn(sites.Current.Zone);
        if (await db.Set<WishCall>().FirstOrDefaultAsync(c => c.Closes >= today, ct) is { } open) throw new RuleBroken($"Chief executives are being asked already, until {open.Closes.Long()}.", "Closes");
        var call = new WishCall(closes, today, now);
        db.Add(call);
        await db.Save(by, "Ask for wishes", ct);
        return call;
    }, ct);

    /// <summary>Adds a wish of this member's. The same words once more are the same wish, whoever said them.</summary>
    public Task<Guid> Propose(Guid call, Guid member, Guid? person, Proposal proposal, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await Locked(call, now, ct);
        if (!string.IsNullOrEmpty(proposal.Theme) && !await db.Set<Theme>().AnyAsync(t => t.Code == proposal.Theme, ct)) throw new RuleBroken("Choose a theme from the list.", "Theme");
        var wish = new Wish(call, proposal.Title, proposal.Theme, proposal.Why, member, person, now);
        var there = (await db.Set<Wish>().Where(w => w.Call == call).Select(w => new { w.Id, w.Title }).ToListAsync(ct)).FirstOrDefault(w => w.Title.Folded() == wish.Title.Folded());
        if (there is not null) return there.Id;
        if (await db.Set<Wish>().CountAsync(w => w.Call == call && w.Member == member, ct) >= Wish.MostOfOne) throw new RuleBroken($"You have proposed {Wish.MostOfOne} workshops already; that is as many as each member may.", "Title");
        db.Add(wish);
        await db.Save(by, "Propose workshop", ct);
        return wish.Id;
    }, ct);

    public Task Rank(Guid call, Guid member, Guid? person, IReadOnlyList<Guid?> places, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await Locked(call, now, ct);
        var ranking = await db.Set<WishRanking>().SingleOrDefaultAsync(r => r.Call == call && r.Member == member, ct);
        if (ranking is null) db.Add(ranking = new WishRanking(call, member));
        ranking.Rank(places, await db.Set<Wish>().Where(w => w.Call == call).Select(w => w.Id).ToHashSetAsync(ct), person, now);
        await db.Save(by, "Rank wishes", ct);
    }, ct);

    // Locked: two presses of one member are one ranking, and two who propose the same make one wish.
    private async Task Locked(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await db.Set<WishCall>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Closes, c => c.Closes), ct);
        var call = await db.Set<WishCall>().AsNoTracking().SingleAsync(c => c.Id == id, ct);
        if (call.ClosesAt(sites.Current.Zone) <= now) throw new RuleBroken($"Answers were taken until {call.Closes.Long()}.");
    }
}
