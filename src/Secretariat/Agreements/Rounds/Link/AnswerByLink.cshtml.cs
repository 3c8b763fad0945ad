using Microsoft.AspNetCore.Mvc;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Link;

/// <summary>
/// Answering by the signed link, without an account. GET only shows, since mail filters open every link; POST answers. The link
/// says who it was sent to and not who holds it, so the page asks.
/// </summary>
public sealed class AnswerByLinkModel(Db db, AnswerRound verb, AddDissent dissent, AnswerTokens tokens, Sites sites, TimeProvider clock) : AnswerPage(db, verb, dissent, sites, clock)
{
    public bool Known { get; private set; }

    protected override AnswerWay Way => AnswerWay.Link;

    public async Task<IActionResult> OnGetAsync(string token, [FromQuery] bool recorded, CancellationToken ct)
    {
        if (await Read(token, ct) is not { } person) return Page();
        Recorded = recorded && Latest is not null;
        await Looked(person, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await Read(token, ct) is not { } person || Voice is null || await Answered(person, ct) is null) return Page();
        return Redirect($"/a/{token}?recorded=true");
    }

    public async Task<IActionResult> OnPostSeenAsync(string token, [FromForm] string? hash, [FromServices] SeeChange see, CancellationToken ct)
    {
        if (await Read(token, ct) is not { } person || Voice is null || !await SaidSeen(see, person, hash, ct)) return Page();
        return Redirect($"/a/{token}#change-h");
    }

    public async Task<IActionResult> OnPostDissentAsync(string token, CancellationToken ct)
    {
        if (await Read(token, ct) is not { } person || Voice is null || !await Dissented(person, ct)) return Page();
        return Redirect($"/a/{token}#paragraph");
    }

    public async Task<IActionResult> OnPostPassAsync(string token, [FromServices] PassCorrection pass, CancellationToken ct)
    {
        if (await Read(token, ct) is not { } person || Voice is null || !await Passed(pass, person, ct)) return Page();
        return Redirect($"/a/{token}#correction");
    }

    public async Task<IActionResult> OnPostObjectAsync(string token, [FromServices] ObjectToCorrection objection, CancellationToken ct)
    {
        if (await Read(token, ct) is not { } person || Voice is null || !await Objected(objection, person, ct)) return Page();
        return Redirect($"/a/{token}?objected=true#correction");
    }

    private async Task<Guid?> Read(string token, CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (tokens.Read(token) is { } says && await Load(says.Elector, says.Person, ct) && Round.Id == says.Round)
        {
            Known = true;
            if (Voice is null || Round.State == RoundState.Cancelled) HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
            return says.Person;
        }
        HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        return null;
    }
}
