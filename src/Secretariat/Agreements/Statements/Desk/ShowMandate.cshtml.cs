using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>One mandate: to which words, whose view, who did not agree, what left under it and what was refused.</summary>
public sealed class ShowMandateModel(Db db, ReleaseStatement door, Sites sites, TimeProvider clock) : MandatePage(db, door, sites, clock)
{
    private readonly Db _db = db;
    private readonly ReleaseStatement _door = door;
    private readonly TimeProvider _clock = clock;

    public sealed record Objector(Elector Elector, Response? Said, Dissent? Paragraph);

    public Round Round { get; private set; } = null!;
    public RoundText Words { get; private set; } = null!;
    public TileMap? Map { get; private set; }
    public IReadOnlyList<Objector> Objectors { get; private set; } = [];
    public IReadOnlyList<Release> Releases { get; private set; } = [];

    /// <summary>How often something under it was refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>Whoever objected may still add a paragraph.</summary>
    public bool TakesParagraphs => !Left && Mandate.WithdrawnAt is null && _clock.GetUtcNow() <= Mandate.ParagraphsUntil;

    public bool Left => Releases.Any(r => r.CameToNothing is null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Words = (await _door.Of(Mandate, ct)).Text;
        Round = await _db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == Mandate.Round, ct);
        var electors = await _db.Set<Elector>().AsNoTracking().Where(e => e.Round == Round.Id).OrderBy(e => e.Name).ToListAsync(ct);
        Map = MandateLook.Map(Mandate, Round.Counted!, electors, await _db.Set<Organisation>().AsNoTracking().AsTiles().ToDictionaryAsync(t => t.Id, ct));
        var numbers = Round.Counted!.Standings.Where(s => Mandate.Objectors.Contains(s.Elector)).Select(s => s.Response).OfType<int>().ToList();
        var said = await _db.Set<Response>().AsNoTracking().Where(r => r.Round == Round.Id && numbers.Contains(r.Number)).ToDictionaryAsync(r => r.Elector, ct);
        Objectors = [.. electors.Where(e => Mandate.Objectors.Contains(e.Id)).Select(e => new Objector(e, said.GetValueOrDefault(e.Id), Mandate.Dissents.FirstOrDefault(d => d.Elector == e.Id)))];
        Releases = await _db.Set<Release>().AsNoTracking().Where(r => r.Mandate == id).OrderByDescending(r => r.At).ToListAsync(ct);
        Refusals = await _db.Set<AuditEntry>().CountAsync(e => e.RecordType == nameof(Mandate) && e.RecordId == id && e.Verb == ReleaseStatement.RefusedVerb, ct);
        return Page();
    }
}
