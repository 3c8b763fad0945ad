using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Publications.Desk;

/// <summary>Adds a file with what there is to say of it.</summary>
// Three times what is taken: a file that is somewhat too large gets a sentence, and what was typed stays.
[Authorize(Rights.CanEditItems), RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class NewPublicationModel(Db db, FileStore files, Sites sites, TimeProvider clock) : PublicationForm(db, files)
{
    private readonly Db _db = db;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.Date = sites.Today(clock);
        await Offer(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Offer(ct);
        Publication? made = null;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var draft = Input.Draft();
            var file = await Uploaded(ct) ?? throw new RuleBroken("Choose the file.", nameof(Input.File));
            var slug = Slugs.From(draft.Title) is { Length: > 0 } words ? words : "publication";
            _db.Add(made = new Publication(Slugs.Free(slug, await _db.Set<Publication>().Where(p => p.Slug.StartsWith(slug)).Select(p => p.Slug).ToHashSetAsync(ct)), draft, file));
            await _db.Save(User.Actor(), "Add publication", ct);
        })) return Page();
        this.Say("It is kept. Read and approve it when it is ready.");
        return Redirect($"/desk/publications/{made!.Id}");
    }
}
