using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.My;

/// <summary>The file of a member's own answer, for those whom the member lets see it.</summary>
public sealed class MySentModel(Db db, FileStore files, Sites sites, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid submission, CancellationToken ct)
    {
        var mine = (await MyMembers.Of(db, User.PersonId(), sites.Today(clock), ct)).ConvertAll(m => m.Id);
        var sent = mine.Count == 0 ? null : await db.Set<Submission>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == submission && s.Consultation == id && s.FileHash != null && s.TakenOutAt == null, ct);
        return sent is null || !sent.SeenBy(mine) || files.Open(sent.FileHash!) is not { } content ? NotFound() : File(content, sent.FileType!, sent.FileName);
    }
}
