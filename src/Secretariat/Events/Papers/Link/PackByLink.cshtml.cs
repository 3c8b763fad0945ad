using Microsoft.AspNetCore.Mvc;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Papers.Link;

/// <summary>The pack by the signed link of the invitation, for the one who is asked and for their deputy.</summary>
public sealed class PackByLinkModel(Db db, AnswerInvitation verb, EventTokens tokens, Sites sites, TimeProvider clock) : ReplyPage(db, verb, sites, clock)
{
    private readonly Db _db = db;

    public override bool ByLink => true;
    public EventPack? Pack { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var known = (tokens.Read(token) is { } says && await Load(says.Invitee, says.Person, ct)) || (tokens.ReadDeputy(token) is { } deputy && await LoadForDeputy(deputy.Invitee, deputy.Number, ct) && !NoLonger);
        if (known) Pack = await EventPack.Read(_db, At, Invitee, ct);
        else Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
