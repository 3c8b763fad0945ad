using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Publishing.Bulletins.My;

/// <summary>One bulletin as it was sent; what members may not read any more, or whose agreement has ended, is left out of it.</summary>
public sealed class MyBulletinModel(Db db, EditionGate gate, OfMembers members, Sites sites, TimeProvider clock) : PageModel
{
    public Edition Edition { get; private set; } = null!;
    public EditionContent Said { get; private set; } = null!;

    /// <summary>In their order; null where one stood that is not to be read any more.</summary>
    public IReadOnlyList<PassedItem?> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await members.Is(User.PersonId()!.Value, ct) || await MyBulletinsModel.Left(db).SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return NotFound();
        (Edition, Said) = (edition, EditionContent.Parse(edition.ApprovedContent!));
        var (ids, today) = (Said.Items.Select(i => i.Item).ToList(), sites.Today(clock));
        var open = (await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct)).Where(i => i.WidthOn(today) >= Circulation.Members).Select(i => i.Id).ToHashSet();
        var items = new List<PassedItem?>();
        foreach (var item in Said.Items) items.Add(open.Contains(item.Item) && await gate.Show(item, ct) is { Refused: null } shown ? shown : null);
        Items = items;
        return Page();
    }
}
