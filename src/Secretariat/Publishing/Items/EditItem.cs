using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Items;

/// <summary>
/// Edits an item and voids the approval of whatever was going to carry the old words. What stands on the website already keeps the words
/// that were approved, unless the item may no longer be seen by everybody: then it is gone at once.
/// </summary>
public sealed class EditItem(Db db, Sites sites, TimeProvider clock)
{
    /// <returns>The bulletins whose approval is void now.</returns>
    public async Task<IReadOnlyList<Edition>> Run(Item item, ItemDraft draft, CancellationToken ct)
    {
        item.Write(draft);
        var id = item.Id;
        var approved = await db.Set<Edition>().Where(e => (e.State == EditionState.Approved || e.State == EditionState.Scheduled) && e.Items.Contains(id)).ToListAsync(ct);
        if (!db.Entry(item).Properties.Any(p => p.IsModified)) return [];
        foreach (var edition in approved) edition.VoidApproval($"the item “{item.Heading}” was edited");
        if (await db.Set<PublishedItem>().SingleOrDefaultAsync(p => p.Item == id, ct) is { } published)
        {
            published.VoidApproval("the item was edited");
            if (published.State == WebState.Published && item.WidthOn(sites.Today(clock)) < Circulation.Public) published.TakeOff("It is no longer for everybody to read.", clock.GetUtcNow());
        }
        return approved;
    }
}
