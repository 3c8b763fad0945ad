using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes.My;

/// <summary>Proposing and ranking signed in, for the member whose chief executive one is or acts for.</summary>
public sealed class MyWishesModel(Db db, RankWishes verb, Sites sites, TimeProvider clock) : WishPage(db, verb, sites, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid member, CancellationToken ct) => await Load(member, User.PersonId()!.Value, null, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid member, CancellationToken ct) => await Load(member, User.PersonId()!.Value, null, ct) ? await Said(ct) ? Redirect($"/my/wishes/{member}") : Page() : NotFound();
}
