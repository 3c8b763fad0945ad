using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks.My;

/// <summary>One's own details, signed in.</summary>
public sealed class MyDetailsModel(Db db, AnswerCheck verb, Sites sites, TimeProvider clock) : DetailsPage(db, verb, sites, clock)
{
    protected override CheckWay Way => CheckWay.SignedIn;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(User.PersonId(), ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(User.PersonId(), ct)) return NotFound();
        return await Said(ct) ? Redirect("/my/details") : Page();
    }
}
