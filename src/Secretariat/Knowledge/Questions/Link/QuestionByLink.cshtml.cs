using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Knowledge.Cases;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Knowledge.Questions.Link;

/// <summary>Answering or closing by the signed link, without an account, for as long as its owner is of a member. GET only shows, since mail filters open every link; POST acts.</summary>
public sealed class QuestionByLinkModel(Db db, AskTheme verb, FindAlike alike, SharedCases shared, OfMembers members, QuestionTokens tokens, Sites sites, TimeProvider clock) : QuestionPage(db, verb, alike, shared, sites, clock)
{
    private readonly Db _db = db;

    public bool Known { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await Read(token, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) => await Read(token, ct) && await Said(ct) ? Redirect($"/a/q/{token}") : Page();

    private async Task<bool> Read(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        // The record that is read today: whoever was merged since is the same person.
        if (tokens.Read(token) is { } says && await _db.Set<Members.People.Person>().Where(p => p.Id == says.Person).Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) is { } person
            && await members.Is(person, ct) && await Load(says.Question, person, ct)) return Known = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }
}
