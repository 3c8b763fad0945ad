using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>Makes a workshop of what chief executives wished for, and keeps how many did.</summary>
public sealed class WishedEvent(Db db, EventWords words, MakeEvent make)
{
    /// <returns>The one that stands there already, when there is one: two presses make one workshop.</returns>
    public async Task<Guid> Run(Guid wish, string kind, EventDraft draft, Actor by, CancellationToken ct)
    {
        await words.Require(null, draft, by, ct);
        return await db.Write(async () =>
        {
            // Locked: of two presses the second sees what the first has made.
            await db.Set<Wish>().Where(w => w.Id == wish).ExecuteUpdateAsync(s => s.SetProperty(w => w.Wanted, w => w.Wanted), ct);
            var of = await db.Set<Wish>().SingleOrDefaultAsync(w => w.Id == wish, ct) ?? throw new RuleBroken("This wish is not here any more.");
            if (of.MadeInto is { } there && await db.Set<Event>().AnyAsync(e => e.Id == there && e.State != EventState.Cancelled, ct)) return there;
            var made = await make.Looked(kind, draft, null, by, ct);
            var rankings = await db.Set<WishRanking>().Where(r => r.Call == of.Call).Select(r => r.Order).ToListAsync(ct);
            of.Become(made.Id, rankings.Count(r => r.Contains(wish)));
            await db.Save(by, "Make workshop of wish", ct);
            return made.Id;
        }, ct);
    }
}
