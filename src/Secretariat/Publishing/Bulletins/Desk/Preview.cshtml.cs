using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>Reads the bulletin as a letter and as plain text, and sends a test letter to anyone.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class PreviewModel(Db db, CurrentContent current, EditionGate gate, EditionPress press, Settings settings, SendTestLetter test) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public Edition Edition { get; private set; } = null!;
    public PressedLetter Letter { get; private set; } = null!;

    public sealed class Form
    {
        [StringLength(400)] public string? Email { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => test.Run(Edition, User.Identity?.Name ?? "", Input.Email ?? "", User.Actor(), ct))) return Page();
        this.Say($"A test letter is on its way to {Input.Email!.Trim()}.");
        return Redirect($"{Edition.Path}/preview");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return false;
        Edition = edition;
        Letter = await Sample.Of(edition, current, gate, press, User.Identity?.Name ?? "", ct, settings.Url);
        return true;
    }
}
