using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Timelines.Desk;

public sealed class PersonTimelineModel(Db db, ReadTimeline read, TimeProvider clock) : PageModel
{
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public TimelineShown Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, long? before, CancellationToken ct)
    {
        if (await db.Set<Person>().Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(ct) is not { } name) return NotFound();
        (Id, Name) = (id, name);
        Shown = new(await read.OfPerson(id, TimelineShown.Before(before, clock.GetUtcNow()), ct), $"/desk/people/{id}/timeline");
        return Page();
    }
}
