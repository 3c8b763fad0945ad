using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>A grouping's Chair writes down what a member of it told them, with how they know; that member is told.</summary>
// Three times what is taken: a file that is somewhat too large gets a sentence, and what was typed stays.
[RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class GroupingAnswerModel(Db db, AnswerRound verb, FileStore files, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public LogInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;
    public Elector Elector { get; private set; } = null!;
    public IReadOnlyList<Voice> Voices { get; private set; } = [];

    /// <summary>What the member has said already.</summary>
    public Response? Latest { get; private set; }

    /// <summary>Nobody told me: I answer for it, and there is a page for that.</summary>
    private bool IsMine => Voices.Any(v => v.Person == User.PersonId());

    public async Task<IActionResult> OnGetAsync(Guid elector, CancellationToken ct) => !await Load(elector, ct) ? NotFound() : IsMine ? Redirect($"/my/rounds/{elector}") : Page();

    public async Task<IActionResult> OnPostAsync(Guid elector, CancellationToken ct)
    {
        if (!await Load(elector, ct)) return NotFound();
        if (IsMine) return Redirect($"/my/rounds/{elector}");
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var how = await Input.Answering(AnswerWay.LoggedByChair, User.Actor(), files, ct);
            await verb.Log(Round.Id, Elector.Id, Input.Person!.Value, Input.Given(), how, clock.GetUtcNow(), ct);
        })) return Page();
        return Redirect("/my/grouping");
    }

    private async Task<bool> Load(Guid elector, CancellationToken ct)
    {
        var today = sites.Today(clock);
        if (await MyGrouping.Electors(db, User.PersonId()!.Value, today).SingleOrDefaultAsync(e => e.Id == elector, ct) is not { } asked) return false;
        Elector = asked;
        Round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == asked.Round, ct);
        Latest = await db.Set<Response>().AsNoTracking().Where(r => r.Elector == asked.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        Voices = await WhoMayAnswer.On(db, asked, today, ct);
        return true;
    }
}
