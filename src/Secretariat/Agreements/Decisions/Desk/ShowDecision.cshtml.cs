using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions.Desk;

public sealed class ShowDecisionModel(Db db) : PageModel
{
    public Decision Decision { get; private set; } = null!;
    public string? Round { get; private set; }

    /// <summary>For which members the votes were cast.</summary>
    public TileMap? Map { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Decision>().AsNoTracking().Include(d => d.Hands).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return NotFound();
        Decision = decision;
        if (decision.Round is { } round) Round = await db.Set<Round>().Where(r => r.Id == round).Select(r => r.Title).SingleAsync(ct);
        if (decision.Hands.Count > 0) Map = MapOf(decision, await db.Set<Organisation>().AsNoTracking().AsTiles().ToListAsync(ct));
        return Page();
    }

    private static TileMap MapOf(Decision decision, IReadOnlyList<MemberTile> members)
    {
        var spoken = decision.Hands.SelectMany(h => h.Members.Select(m => (m, h))).ToLookup(p => p.m, p => p.h);
        return new TileMap("How the Chair who speaks for each member voted", [.. members.Select(m => spoken[m.Id].FirstOrDefault() is { } hand
                ? m.At($"#{hand.Code}", LookOf(hand.Hand), $"{hand.Name} for {hand.Seat}: {hand.Hand.Words()}")
                : m.At($"/desk/members/{m.Code}", TileLook.Plain, "no seat spoke for it"))],
            new TileMeaning(TileLook.Filled, "for"), new TileMeaning(TileLook.Ring, "against"), new TileMeaning(TileLook.Outlined, "abstained"), new TileMeaning(TileLook.Dashed, "not there"));
    }

    private static TileLook LookOf(Hand hand) => hand switch
    {
        Hand.For => TileLook.Filled,
        Hand.Against => TileLook.Ring,
        Hand.Abstained => TileLook.Outlined,
        _ => TileLook.Dashed,
    };
}
