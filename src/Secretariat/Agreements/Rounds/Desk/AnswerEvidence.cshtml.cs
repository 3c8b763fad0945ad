using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>Gives the evidence of a logged answer to be saved, never to be shown by the browser as a page of ours.</summary>
public sealed class AnswerEvidenceModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var answer = await db.Set<Response>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.FileHash != null, ct);
        if (answer is null || files.Open(answer.FileHash!) is not { } content) return NotFound();
        return File(content, answer.FileType!, answer.FileName);
    }
}
