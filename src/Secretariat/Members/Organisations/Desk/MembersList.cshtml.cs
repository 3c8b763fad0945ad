using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Desk;

public sealed record Named(Guid Id, string Name);

public sealed record GroupingName(string Code, string Name, int Members);

public sealed record MemberLine(string Code, string Name, bool Invented, Named? Chair, Named? ChiefExecutive, GroupingName? Grouping, int People);

public sealed class MembersListModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public IReadOnlyList<MemberLine> Rows { get; private set; } = [];
    public IReadOnlyList<GroupingName> Groupings { get; private set; } = [];
    public TileMap Map { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var tiles = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        var invented = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member && o.Invented).Select(o => o.Id).ToHashSetAsync(ct);
        var held = db.Set<Position>().Where(p => p.From <= today && (p.To == null || today <= p.To));
        var leaders = (await held.Where(p => p.Kind == PositionKind.Chair || p.Kind == PositionKind.ChiefExecutive)
            .Join(db.Set<Person>(), p => p.Person, p => p.Id, (p, who) => new { p.Organisation, p.Kind, who.Id, who.Name }).ToListAsync(ct)).ToLookup(l => (l.Organisation, l.Kind));
        var counts = await held.GroupBy(p => p.Organisation).Select(g => new { g.Key, People = g.Select(p => p.Person).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, ct);
        var places = await db.Set<GroupingMember>().Where(m => m.From <= today && (m.To == null || today <= m.To))
            .Join(db.Set<Grouping>(), m => m.Grouping, g => g.Id, (m, g) => new { m.Organisation, g.Code, g.Name }).ToListAsync(ct);
        Groupings = [.. (await db.Set<Grouping>().OrderBy(g => g.Name).Select(g => new { g.Code, g.Name }).ToListAsync(ct))
            .Select(g => new GroupingName(g.Code, g.Name, places.Count(p => p.Code == g.Code)))];
        Rows = [.. tiles.Select(tile => new MemberLine(tile.Code, tile.Name, invented.Contains(tile.Id), Leader(tile.Id, PositionKind.Chair), Leader(tile.Id, PositionKind.ChiefExecutive),
            places.Where(p => p.Organisation == tile.Id).Select(p => new GroupingName(p.Code, p.Name, 0)).FirstOrDefault(), counts.GetValueOrDefault(tile.Id)))];
        Map = new TileMap("Members", [.. tiles.Select((tile, i) => tile.At($"/desk/members/{tile.Code}", Whole(Rows[i]) ? TileLook.Plain : TileLook.Dashed, Note(Rows[i])))],
            new TileMeaning(TileLook.Plain, "with a Chair and a chief executive"), new TileMeaning(TileLook.Dashed, "one of them is missing"));

        Named? Leader(Guid member, PositionKind kind) => leaders[(member, kind)].Select(l => new Named(l.Id, l.Name)).FirstOrDefault();
    }

    private static bool Whole(MemberLine row) => row is { Chair: not null, ChiefExecutive: not null };

    private static string Note(MemberLine row) =>
        Whole(row) ? $"{row.People} people" : row.Chair is null && row.ChiefExecutive is null ? "no Chair and no chief executive" : row.Chair is null ? "no Chair" : "no chief executive";
}
