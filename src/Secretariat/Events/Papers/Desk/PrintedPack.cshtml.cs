using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Papers.Desk;

/// <summary>What everybody who is asked takes along, as they see it.</summary>
public sealed class PrintedPackModel(Db db) : PageModel
{
    public EventPack Pack { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return NotFound();
        Pack = await EventPack.Read(db, at, null, ct);
        return Page();
    }
}
