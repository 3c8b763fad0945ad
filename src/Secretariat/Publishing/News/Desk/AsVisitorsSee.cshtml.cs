using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News.Public;

namespace Secretariat.Publishing.News.Desk;

/// <summary>An item as its page on the website would look, for staff only: what may not leave stands as a gap that says why.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class AsVisitorsSeeModel(Db db, CurrentContent current, EditionGate gate, Settings settings, Sites sites, TimeProvider clock) : PageModel
{
    public NewsPage Shown { get; private set; } = null!;
    public Item Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Item>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return NotFound();
        Item = item;
        var words = (await gate.Look(new Way(PutOnWebsite.Channel, DateOnly.MaxValue), await current.Of(item, ct), ct)).Items[0];
        var about = item.About;
        var members = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        Shown = await NewsPage.Of(db, new Story(new PublishedItem(item, "preview"), words, members, sites.Today(clock)), settings.Url, sites.Current, ct);
        return Page();
    }
}
