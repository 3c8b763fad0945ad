using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Audiences.Desk;

[Authorize(Rights.CanEditMembers)]
public sealed class NewAudienceModel(Db db, AudienceChoices choices, ReadAudience read, Sites sites, TimeProvider clock) : AudienceFormPage(choices, read, sites, clock)
{
    public Task OnGetAsync(CancellationToken ct) => LoadChoices(ct);

    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        await LoadChoices(ct);
        await Look(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadChoices(ct);
        Audience? made = null;
        if (!ModelState.IsValid || !await Look(ct) || !this.Try(() => made = new Audience(Audience.CodeFor(Input.Name), Input.Name ?? "", Input.Lines))) return Page();
        db.Add(made!);
        await db.Save(User.Actor(), "Make audience", ct);
        this.Say($"“{made!.Name}” is saved. Today it is {ChosenPeople.Count(People!.Get.Count)}.");
        return Redirect($"/desk/audiences/{made.Id}");
    }
}
