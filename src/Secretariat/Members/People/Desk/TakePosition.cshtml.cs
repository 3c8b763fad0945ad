using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed class TakePositionModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public Person Person { get; private set; } = null!;
    public PositionChoices Choices { get; private set; } = null!;

    [BindProperty] public PositionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.From = sites.Today(clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Code == Input.Organisation, ct);
        if (organisation is null && Input.Organisation?.Length > 0) ModelState.AddModelError("Input.Organisation", "Choose an organisation from the list.");
        if (PackText.Parse<PositionKind>(Input.Kind ?? "") is not { } kind || !ModelState.IsValid) return Page();
        if (!await this.Try(async () =>
        {
            await SoleHolder.Check(db, organisation!.Id, kind, Input.From!.Value, null, null, ct);
            Person.Take(organisation, kind, Input.Title ?? "", Input.From.Value).Themes = Input.Themes;
        })) return Page();
        await db.Save(User.Actor(), "Take position", ct);
        this.Say($"{Person.Name} is {kind.Words()} of {organisation!.Name} from {Input.From!.Value:d MMMM yyyy}.");
        return Redirect($"/desk/people/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        Choices = await PositionChoices.Load(db, ct);
        return (Person = (await db.Set<Person>().Include(p => p.Positions).FirstOrDefaultAsync(p => p.Id == id, ct))!) is not null;
    }
}
