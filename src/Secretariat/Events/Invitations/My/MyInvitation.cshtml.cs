using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations.My;

/// <summary>Answering signed in, for oneself or for those one acts for.</summary>
public sealed class MyInvitationModel(Db db, AnswerInvitation verb, Sites sites, TimeProvider clock) : ReplyPage(db, verb, sites, clock)
{
    public override bool ByLink => false;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => User.PersonId() is { } me && await Load(id, me, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (User.PersonId() is not { } me || !await Load(id, me, ct)) return NotFound();
        return await Answered(ct) ? Redirect($"/my/events/{id}") : Page();
    }
}
