using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Planning;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Papers.Desk;

public sealed class EventAgendaModel(Db db, EventWords words) : PageModel
{
    [BindProperty] public PaperInput Input { get; set; } = new();

    public sealed class PaperInput
    {
        [StringLength(200)] public string? Title { get; set; }
        [StringLength(200)] public string? Lead { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Link { get; set; }
        public Circulation Circulation { get; set; } = Circulation.NamedPeople;
        public bool Afterwards { get; set; }
    }

    public Event At { get; private set; } = null!;
    public IReadOnlyList<EventPaper> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var paper = new EventPaper(id, Papers.Count == 0 ? 1 : Papers.Max(p => p.Place) + 1, Input.Title, Input.Lead, Input.Link, Input.Circulation, Input.Afterwards);
            await words.Require(id, paper, User.Actor(), ct);
            // The same point once more is a second press.
            if (Papers.Any(p => p.Title == paper.Title && p.Link == paper.Link)) return;
            db.Add(paper);
            await db.Save(User.Actor(), "Add paper", ct);
        })) return Page();
        return Redirect($"/desk/events/{id}/agenda");
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, [FromForm] Guid paper, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<EventPaper>().SingleOrDefaultAsync(p => p.Id == paper && p.Event == id, ct) is not { } there) return NotFound();
        db.Remove(there);
        await db.Save(User.Actor(), "Take out paper", ct);
        return Redirect($"/desk/events/{id}/agenda");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == id).OrderBy(p => p.Place).ToListAsync(ct);
        return true;
    }
}
