using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Influence.Consultations.Desk;

/// <summary>The file that a member sent itself, to be saved and never shown as a page of ours.</summary>
public sealed class SentToConsultationModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid submission, CancellationToken ct)
    {
        var sent = await db.Set<Submission>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == submission && s.Consultation == id && s.FileHash != null && s.TakenOutAt == null, ct);
        return sent is null || files.Open(sent.FileHash!) is not { } content ? NotFound() : File(content, sent.FileType!, sent.FileName);
    }
}
