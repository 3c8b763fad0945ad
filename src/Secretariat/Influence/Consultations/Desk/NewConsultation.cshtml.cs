using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.Desk;

public sealed class NewConsultationModel(Db db, RunConsultation verb, Sites sites, TimeProvider clock) : ConsultationForm(db)
{
    public async Task OnGetAsync(ConsultationKind kind, CancellationToken ct)
    {
        (Input.Kind, Input.OpenedOn) = (kind, sites.Today(clock));
        await Offer(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Offer(ct);
        Consultation? made = null;
        if (!ModelState.IsValid || !await this.Try(async () => made = await verb.Take(Draft(Input.Kind), User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/influence/consultations/{made!.Id}");
    }
}
