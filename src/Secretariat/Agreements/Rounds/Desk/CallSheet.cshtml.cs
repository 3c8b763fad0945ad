using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>Who has not answered, whom to ring there, and what came of each call.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class CallSheetModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Line(Elector Elector, Stand Stand, bool Opened, IReadOnlyList<Voice> Voices, IReadOnlyList<RoundCall> Calls);

    private Dictionary<Guid, string?> _phones = [];

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? PhoneOf(Guid person) => _phones.GetValueOrDefault(person);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCalledAsync(Guid id, Guid elector, CallOutcome outcome, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await db.Set<Elector>().AnyAsync(e => e.Round == id && e.Id == elector, ct)) return NotFound();
        if (!this.Try(() => db.Add(new RoundCall(Round, elector, outcome, User.Actor(), clock.GetUtcNow())))) return Page();
        await db.Save(User.Actor(), "Ring a member", ct);
        return Redirect($"/desk/rounds/{id}/call-sheet");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { Terms: not null } round) return false;
        Round = round;
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).OrderBy(e => e.Name).ToListAsync(ct);
        var stands = Tally.Of(await db.Log(round, round.Ends, ct)).Standings.ToDictionary(s => s.Elector, s => s.Stand);
        var looked = await db.Set<RoundLook>().Where(l => l.Round == id).Select(l => l.Elector).Distinct().ToListAsync(ct);
        var calls = (await db.Set<RoundCall>().AsNoTracking().Where(c => c.Round == id).OrderBy(c => c.At).ToListAsync(ct)).ToLookup(c => c.Elector);
        var voices = await WhoMayAnswer.On(db, electors, sites.Today(clock), ct);
        Lines = [.. electors.Where(e => stands[e.Id].IsMissing()).Select(e => new Line(e, stands[e.Id], looked.Contains(e.Id), [.. voices[e.Id]], [.. calls[e.Id]]))];
        var people = Lines.SelectMany(l => l.Voices).Select(v => v.Person).ToList();
        _phones = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Phone, ct);
        return true;
    }
}
