using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications.Desk;

/// <summary>Changes what there is to say of a publication, or its file; what was approved comes off until it is approved anew.</summary>
[Authorize(Rights.CanEditItems), RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class EditPublicationModel(Db db, FileStore files) : PublicationForm(db, files)
{
    private readonly Db _db = db;

    public Publication Of { get; private set; } = null!;
    public override string? Kept => $"{Of.FileName}, {Of.FileWords()}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = PublicationInput.Of(Of);
        await Offer(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        await Offer(ct);
        var stood = Of.State is WebState.Published or WebState.Scheduled;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Of.Write(Input.Draft(), await Uploaded(ct));
            _db.Entry(Of).Property(p => p.Version).OriginalValue = Input.Version;
            await _db.Save(User.Actor(), "Change publication", ct);
        })) return Page();
        this.Say(stood && Of.State == WebState.Draft ? "It is changed, and off until somebody approves it again." : "It is changed.");
        return Redirect($"/desk/publications/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await _db.Set<Publication>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } publication) return false;
        Of = publication;
        return true;
    }
}
