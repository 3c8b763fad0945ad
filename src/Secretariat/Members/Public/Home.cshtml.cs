using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Finding;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Public;

/// <summary>The network's front page: its members first, and whose the visitor's place is.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Organisation), nameof(Grouping), nameof(GroupingMember), nameof(Seat), nameof(Person), nameof(Position)])]
public sealed class HomeModel(Db db, Finders finders, Sites sites, TimeProvider clock, IEnumerable<IOnFrontPage> features) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Postcode { get; set; }

    public Site Site => sites.Current;
    public Found? Found { get; private set; }
    public IReadOnlyList<MemberTile> Members { get; private set; } = [];
    public IReadOnlyList<BoardSeat> Board { get; private set; } = [];
    public TileMap Map { get; private set; } = new("", []);

    /// <summary>The latest of what later features have: the news first.</summary>
    public IReadOnlyList<FrontColumn> Latest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Postcode is not null) Found = finders.Current.Finder.Find(Postcode);
        Members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        Map = FoundMap.Of(Members, Found, Site);
        Latest = await FrontColumn.All(features, HttpContext, null, 5, ct);
        Board = await Groupings.Board.On(db, clock.GetUtcNow().DateIn(Site.Zone), ct);
    }
}
