using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Items;

/// <summary>Edits an item and voids the approval of every bulletin that was going to carry the old words.</summary>
public sealed class EditItem(Db db)
{
    /// <returns>The bulletins whose approval is void now.</returns>
    public async Task<IReadOnlyList<Edition>> Run(Item item, ItemDraft draft, CancellationToken ct)
    {
        item.Write(draft);
        var id = item.Id;
        var approved = await db.Set<Edition>().Where(e => (e.State == EditionState.Approved || e.State == EditionState.Scheduled) && e.Items.Contains(id)).ToListAsync(ct);
        if (!db.Entry(item).Properties.Any(p => p.IsModified)) return [];
        foreach (var edition in approved) edition.VoidApproval($"the item “{item.Heading}” was edited");
        return approved;
    }
}
