using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Newsletters.Public;

/// <summary>One newsletter as it was sent; what may not be read by everybody any more is left out of it.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Edition), nameof(Item), nameof(PublishedItem), nameof(Mandate)])]
public sealed class NewsletterPageModel(Db db, EditionGate gate, Sites sites, TimeProvider clock) : PageModel
{
    public Edition Edition { get; private set; } = null!;
    public EditionContent Said { get; private set; } = null!;

    /// <summary>In their order; null where one stood that was taken off the website since.</summary>
    public IReadOnlyList<PassedItem?> Items { get; private set; } = [];

    /// <summary>Where an item stands on the website.</summary>
    public IReadOnlyDictionary<Guid, string> Stories { get; private set; } = new Dictionary<Guid, string>();

    public Site Site => sites.Current;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken ct)
    {
        if (await NewsletterArchiveModel.Open(db).SingleOrDefaultAsync(e => e.Number == number, ct) is not { } edition) return NotFound();
        (Edition, Said) = (edition, EditionContent.Parse(edition.ApprovedContent!));
        var (ids, today) = (Said.Items.Select(i => i.Item).ToList(), sites.Today(clock));
        var open = (await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct)).Where(i => i.WidthOn(today) == Circulation.Public).Select(i => i.Id).ToHashSet();
        var published = await db.Set<PublishedItem>().AsNoTracking().Where(p => ids.Contains(p.Item) && p.PublishedAt != null).Select(p => new { p.Item, p.State, p.Slug }).ToListAsync(ct);
        var off = published.Where(p => p.State != WebState.Published).Select(p => p.Item).ToHashSet();
        var items = new List<PassedItem?>();
        foreach (var item in Said.Items.Where(i => open.Contains(i.Item)))
            if (off.Contains(item.Item)) items.Add(null);
            else if (await gate.Show(item, ct) is { Refused: null } shown) items.Add(shown);
        Items = items;
        Stories = published.Where(p => p.State == WebState.Published).ToDictionary(p => p.Item, p => "/news/" + p.Slug);
        return Page();
    }
}
