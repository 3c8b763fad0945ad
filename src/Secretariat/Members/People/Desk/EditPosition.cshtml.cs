using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed class EditPositionModel(Db db) : PageModel
{
    private Position _position = null!;

    public NamedPosition Held { get; private set; } = null!;
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    [BindProperty] public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = new Typed { Title = _position.Title, From = _position.From, To = _position.To, Themes = [.. _position.Themes], Version = _position.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => Save(ct))) return Page();
        this.Say($"Saved the position of {Held.Name}.");
        return Redirect($"/desk/people/{Held.Person}");
    }

    private async Task Save(CancellationToken ct)
    {
        db.Expect(_position, Input.Version);
        await SoleHolder.Check(db, _position.Organisation, _position.Kind, Input.From!.Value, Input.To, _position.Id, ct);
        _position.Correct(Input.From!.Value, Input.To);
        (_position.Title, _position.Themes) = (Input.Title?.Trim() ?? "", Input.Themes);
        await db.Save(User.Actor(), "Edit position", ct);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Position>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } position) return false;
        (_position, Held) = (position, await NamedPosition.Of(db, position, ct));
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        return true;
    }

    public sealed class Typed
    {
        [StringLength(200, ErrorMessage = "A title has at most 200 letters.")]
        public string? Title { get; set; }

        [Required(ErrorMessage = "Say from which day.")]
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
        public List<string> Themes { get; set; } = [];
        public int Version { get; set; }
    }
}
