using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Desk;

public sealed class MoveMemberModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

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
        if (!ModelState.IsValid || !await this.Try(() => MoveToGrouping.Run(db, Organisation, Input.Grouping ?? "", Input.From!.Value, User.Actor(), ct))) return Page();
        this.Say($"{Organisation.Name} has moved, from {Input.From:d MMMM yyyy}.");
        return Redirect($"/desk/members/{Organisation.Code}");
    }

    private async Task<bool> Load(string code, CancellationToken ct)
    {
        Choices = [.. await db.Set<Grouping>().OrderBy(g => g.Name).Select(g => new SelectListItem(g.Name, g.Code)).ToListAsync(ct), new("none", "")];
        return (Organisation = (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Member, ct))!) is not null;
    }

    public sealed class Typed
    {
        public string? Grouping { get; set; }

        [Required(ErrorMessage = "Say from which day.")]
        public DateOnly? From { get; set; }
    }
}
