using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

// Three times what is taken: a file that is somewhat too large gets a sentence, and what was typed stays.
[Authorize(Rights.CanRunRounds), RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class LoggedAnswerModel(Db db, AnswerRound verb, FileStore files, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public LogInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<Elector> Electors { get; private set; } = [];
    public Elector? Elector { get; private set; }

    /// <summary>What was answered for it so far.</summary>
    public Response? Latest { get; private set; }

    public IReadOnlyList<Voice> Voices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? elector, CancellationToken ct) => await Load(id, elector, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? elector, CancellationToken ct)
    {
        if (!await Load(id, elector, ct) || Elector is null) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var how = await Input.Answering(AnswerWay.LoggedByStaff, User.Actor(), files, ct);
            await verb.Log(Round.Id, Elector.Id, Input.Person!.Value, Input.Given(), how, clock.GetUtcNow(), ct);
        })) return Page();
        this.Say($"Recorded for {Elector.Name}. They get a notice of it.");
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, Guid? elector, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { } round) return false;
        Round = round;
        Electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == id).OrderBy(e => e.Name).ToListAsync(ct);
        Elector = Electors.FirstOrDefault(e => e.Id == elector);
        if (Elector is not null) Latest = await db.Set<Response>().AsNoTracking().Where(r => r.Elector == Elector.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (Elector is not null) Voices = await WhoMayAnswer.On(db, Elector, sites.Today(clock), ct);
        Input.Amount ??= AnswerInput.Written(round.AskedPence);
        return true;
    }
}
