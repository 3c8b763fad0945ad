using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Groupings.Desk;

public sealed class FillSeatModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public Grouping Grouping { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];

    [BindProperty] public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        Input.From = sites.Today(clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var chair = await db.Set<Person>().Include(p => p.Positions).FirstAsync(p => p.Id == Input.Person, ct);
        if (!this.Try(() => Grouping.Fill(chair, Input.From!.Value))) return Page();
        await db.Save(User.Actor(), "Fill seat", ct);
        this.Say($"{chair.Name} holds the seat of {Grouping.Name} from {Input.From:d MMMM yyyy}.");
        return Redirect($"/desk/groupings/{Grouping.Code}");
    }

    private async Task<bool> Load(string code, CancellationToken ct)
    {
        if (await db.Set<Grouping>().Include(g => g.Members).Include(g => g.Seats).AsSplitQuery().FirstOrDefaultAsync(g => g.Code == code, ct) is not { } grouping) return false;
        Grouping = grouping;
        var (today, members) = (sites.Today(clock), grouping.Members.Where(m => m.To is null).Select(m => m.Organisation).ToList());
        var chairs = from position in db.Set<Position>()
                     where position.Kind == PositionKind.Chair && members.Contains(position.Organisation) && (position.To == null || position.To >= today)
                     join person in db.Set<Person>() on position.Person equals person.Id
                     join body in db.Set<Organisation>() on position.Organisation equals body.Id
                     orderby person.SortName
                     select new { person.Id, person.Name, body.ShortName };
        Chairs = [new("", ""), .. (await chairs.ToListAsync(ct)).Select(c => new SelectListItem($"{c.Name}, {c.ShortName}", c.Id.ToString()))];
        if (Input.Person is { } typed && Chairs.All(c => c.Value != typed.ToString())) ModelState.AddModelError("Input.Person", "Choose a Chair from the list.");
        return true;
    }

    public sealed class Typed
    {
        [Required(ErrorMessage = "Choose a Chair.")]
        public Guid? Person { get; set; }

        [Required(ErrorMessage = "Say from which day.")]
        public DateOnly? From { get; set; }
    }
}
