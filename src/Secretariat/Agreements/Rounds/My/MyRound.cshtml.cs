using Microsoft.AspNetCore.Mvc;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>Answering a round signed in. Another member's question is not there for whoever cannot answer it.</summary>
public sealed class MyRoundModel(Db db, AnswerRound verb, AddDissent dissent, Sites sites, TimeProvider clock) : AnswerPage(db, verb, dissent, sites, clock)
{
    protected override AnswerWay Way => AnswerWay.Portal;

    public async Task<IActionResult> OnGetAsync(Guid elector, [FromQuery] bool recorded, [FromServices] SeeChange see, CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        if (!await Load(elector, me, ct) || Voice is null) return NotFound();
        Recorded = recorded && Latest is not null;
        await Saw(see, me, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid elector, CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        if (!await Load(elector, me, ct) || Voice is null) return NotFound();
        return await Answered(me, ct) is null ? Page() : Redirect($"/my/rounds/{elector}?recorded=true");
    }

    public async Task<IActionResult> OnPostDissentAsync(Guid elector, CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        if (!await Load(elector, me, ct) || Voice is null) return NotFound();
        return await Dissented(me, ct) ? Redirect($"/my/rounds/{elector}#paragraph") : Page();
    }

    public async Task<IActionResult> OnPostPassAsync(Guid elector, [FromServices] PassCorrection pass, CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        if (!await Load(elector, me, ct) || Voice is null) return NotFound();
        return await Passed(pass, me, ct) ? Redirect($"/my/rounds/{elector}#correction") : Page();
    }

    public async Task<IActionResult> OnPostObjectAsync(Guid elector, [FromServices] ObjectToCorrection objection, CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        if (!await Load(elector, me, ct) || Voice is null) return NotFound();
        return await Objected(objection, me, ct) ? Redirect($"/my/rounds/{elector}?objected=true#correction") : Page();
    }
}
