using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Areas;
using Secretariat.Members.Finding;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Public;

/// <summary>All members: as equal squares, as areas, and as a list.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Organisation), nameof(FinderFile)])]
public sealed class MembersModel(Db db, Finders finders, Sites sites) : PageModel
{
    public Site Site => sites.Current;
    public IReadOnlyList<MemberTile> Members { get; private set; } = [];
    public TileMap Map { get; private set; } = new("", []);
    public AreaShapes Areas => finders.Current.Areas;
    public Places Places => finders.Current.Places;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        Map = FoundMap.Of(Members, null, Site);
    }
}
