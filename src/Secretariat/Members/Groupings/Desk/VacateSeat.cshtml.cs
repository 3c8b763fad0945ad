using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Groupings.Desk;

public sealed class VacateSeatModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private Seat _seat = null!;

    public Grouping Grouping { get; private set; } = null!;
    public string Holder { get; private set; } = "";

    [BindProperty] public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        Input.To = sites.Today(clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        if (!ModelState.IsValid || !this.Try(() => _seat.Vacate(Input.To!.Value))) return Page();
        await db.Save(User.Actor(), "Vacate seat", ct);
        this.Say($"{Holder} holds the seat until {Input.To:d MMMM yyyy}.");
        return Redirect($"/desk/groupings/{Grouping.Code}");
    }

    private async Task<bool> Load(string code, CancellationToken ct)
    {
        var grouping = await db.Set<Grouping>().Include(g => g.Seats).FirstOrDefaultAsync(g => g.Code == code, ct);
        if (grouping?.SeatOn(sites.Today(clock)) is not { } seat) return false;
        (Grouping, _seat) = (grouping, seat);
        Holder = await db.Set<Person>().Where(p => p.Id == seat.Person).Select(p => p.Name).SingleAsync(ct);
        return true;
    }

    public sealed class Typed
    {
        [Required(ErrorMessage = "Say which day is the last.")]
        public DateOnly? To { get; set; }
    }
}
