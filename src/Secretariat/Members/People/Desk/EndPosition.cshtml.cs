using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed class EndPositionModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private Position _position = null!;

    public NamedPosition Held { get; private set; } = null!;

    [BindProperty] public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.To = sites.Today(clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => End(ct))) return Page();
        this.Say($"{Held.Name} is {Held.Kind} of {Held.Organisation} until {Input.To!.Value:d MMMM yyyy}.");
        return Redirect($"/desk/people/{Held.Person}");
    }

    private async Task End(CancellationToken ct)
    {
        // A later last day than before may reach into the time of whoever followed.
        await SoleHolder.Check(db, _position.Organisation, _position.Kind, _position.From, Input.To, _position.Id, ct, "To");
        _position.End(Input.To!.Value);
        await db.Save(User.Actor(), "End position", ct);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Position>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } position) return false;
        (_position, Held) = (position, await NamedPosition.Of(db, position, ct));
        return true;
    }

    public sealed class Typed
    {
        [Required(ErrorMessage = "Say which day is the last.")]
        public DateOnly? To { get; set; }
    }
}
