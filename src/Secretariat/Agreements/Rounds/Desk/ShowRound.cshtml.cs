using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Desk;

public sealed class ShowRoundModel(Db db) : PageModel
{
    private Dictionary<Guid, string> _names = [];

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Elector> Electors { get; private set; } = [];
    public IReadOnlyList<Response> Responses { get; private set; } = [];
    public Count? Count { get; private set; }
    public TileMap? Map { get; private set; }
    public Mandate? Mandate { get; private set; }
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];
    public string? Redlined { get; private set; }

    /// <summary>How many answers are kept and not counted.</summary>
    public int Late => Responses.Count(Round.CameLate);

    /// <summary>How many members' people opened the page.</summary>
    public int Opened { get; private set; }

    public string NameOf(Guid elector) => _names.GetValueOrDefault(elector, "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round) return NotFound();
        Round = round;
        if (round.Versions.SingleOrDefault(v => v.Number == round.Latest.Number - 1) is { } before) Redlined = Redline.Html(before.Text, round.Latest.Text);
        if (round.Terms is null) return Page();
        Corrections = await db.Set<Correction>().AsNoTracking().Where(c => c.Round == id).OrderByDescending(c => c.ProposedAt).ToListAsync(ct);
        Electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).OrderBy(e => e.Name).ToListAsync(ct);
        _names = Electors.ToDictionary(e => e.Id, e => e.Name);
        Responses = await db.Set<Response>().AsNoTracking().Where(r => r.Round == id).OrderByDescending(r => r.Number).ToListAsync(ct);
        Count = round.Counted ?? Tally.Of(await db.Log(round, round.Ends, ct));
        Mandate = await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Round == id, ct);
        var looked = (await db.Set<RoundLook>().Where(l => l.Round == id).Select(l => l.Elector).Distinct().ToListAsync(ct)).ToHashSet();
        Opened = looked.Count;
        if (round.Terms.Base == RoundBase.Members)
            Map = RoundLookOf.Map(round, Count, Electors, await db.Set<Organisation>().AsNoTracking().AsTiles().ToDictionaryAsync(t => t.Id, ct), looked);
        return Page();
    }
}
