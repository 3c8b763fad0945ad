using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Audiences.Desk;

[Authorize(Rights.CanEditMembers)]
public sealed class OneAudienceModel(Db db, AudienceChoices choices, ReadAudience read, Sites sites, TimeProvider clock) : AudienceFormPage(choices, read, sites, clock)
{
    public Audience Audience { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = AudienceInput.From(Audience);
        await Look(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        await Look(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await Look(ct) || !await this.Try(async () =>
        {
            if (Audience.Code == Audience.AllMembers) throw new RuleBroken("Bulletins go to this audience, so it stays as it is.");
            db.Expect(Audience, Input.Version);
            Audience.Change(Input.Name ?? "", Input.Lines);
            await db.Save(User.Actor(), "Change audience", ct);
        })) return Page();
        this.Say($"Saved. Today it is {ChosenPeople.Count(People!.Get.Count)}.");
        return Redirect($"/desk/audiences/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        await LoadChoices(ct);
        return (Audience = (await db.Set<Audience>().SingleOrDefaultAsync(a => a.Id == id, ct))!) is not null;
    }
}
