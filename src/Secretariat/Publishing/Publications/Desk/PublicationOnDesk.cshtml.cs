using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Publishing.Publications.Desk;

/// <summary>The file for staff, whatever its state; theirs are no downloads.</summary>
public sealed class PublicationOnDeskModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await db.Set<Publication>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } p && files.Open(p.FileHash) is { } content ? File(content, p.FileType, p.FileName) : NotFound();
}
