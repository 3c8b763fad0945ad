using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Finding.Public;

/// <summary>Whose is this place?</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Organisation)])]
public sealed class FindModel(Db db, Finders finders, Sites sites) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Postcode { get; set; }

    public Site Site => sites.Current;
    public Found? Found { get; private set; }
    public TileMap Map { get; private set; } = new("", []);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Postcode is not null) Found = finders.Current.Finder.Find(Postcode);
        Map = FoundMap.Of(await db.Set<Organisation>().AsTiles().ToListAsync(ct), Found, Site);
    }
}
