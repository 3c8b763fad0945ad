using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.Desk;

public sealed class EditConsultationModel(Db db, RunConsultation verb) : ConsultationForm(db)
{
    private readonly Db _db = db;

    public Guid Id { get; private set; }
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await Load(id, ct) is not { } of) return NotFound();
        Take(of);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await Load(id, ct) is not { } of) return NotFound();
        Input.Kind = of.Kind;
        if (!ModelState.IsValid || !await this.Try(() => verb.Change(id, Input.Version, Draft(of.Kind), User.Actor(), ct))) return Page();
        return Redirect($"/desk/influence/consultations/{id}");
    }

    private async Task<Consultation?> Load(Guid id, CancellationToken ct)
    {
        await Offer(ct);
        var of = await _db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        (Id, Title) = (id, of?.Title ?? "");
        return of;
    }
}
