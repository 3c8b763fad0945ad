using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Planning.Desk;

/// <summary>Gives the file to be saved, never to be shown by the browser as a page of ours.</summary>
public sealed class EvidenceFileModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var evidence = await db.Set<HandEvidence>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.FileHash != null, ct);
        if (evidence is null || files.Open(evidence.FileHash!) is not { } content) return NotFound();
        return File(content, evidence.FileType!, evidence.FileName);
    }
}
