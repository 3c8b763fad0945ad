using Microsoft.AspNetCore.Mvc;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Papers.My;

/// <summary>The pack of an event for whoever is asked to it, or acts for them.</summary>
public sealed class MyPackModel(Db db, AnswerInvitation verb, Sites sites, TimeProvider clock) : ReplyPage(db, verb, sites, clock)
{
    private readonly Db _db = db;

    public override bool ByLink => false;
    public EventPack Pack { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, User.PersonId()!.Value, ct)) return NotFound();
        Pack = await EventPack.Read(_db, At, Invitee, ct);
        return Page();
    }
}
