using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Duplicates.Desk;

/// <summary>Two records side by side; the button says which one is read from then on.</summary>
[Authorize(Rights.CanEditMembers)]
public sealed class MergedPersonModel(Db db, MergePeople merge, Sites sites, TimeProvider clock) : PageModel
{
    public Person From { get; private set; } = null!;
    public Person Into { get; private set; } = null!;
    public ILookup<Guid, HeldPosition> Positions { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid other, CancellationToken ct) => await Load(id, other, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid other, CancellationToken ct)
    {
        if (!await Load(id, other, ct)) return NotFound();
        if (!await this.Try(() => Merge(ct))) return Page();
        this.Say($"Merged into {Into.Name}. Nothing was moved, and the merge can be undone on the page of the other record.");
        return Redirect($"/desk/people/{other}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, Guid other, CancellationToken ct)
    {
        if (!await Load(id, other, ct)) return NotFound();
        if (!await this.Try(() => Undo(ct))) return Page();
        this.Say("The merge is undone: they are two people again.");
        return Redirect($"/desk/people/{id}");
    }

    private async Task Merge(CancellationToken ct)
    {
        await RequireMay(ct);
        await merge.Run(From.Id, Into.Id, User.Actor(), ct);
    }

    private async Task Undo(CancellationToken ct)
    {
        await RequireMay(ct);
        await merge.Undo(From.Id, User.Actor(), ct);
    }

    // After a merge either address signs in with the roles of both.
    private async Task RequireMay(CancellationToken ct) => await User.RequireMayMerge(db,
        [.. await SamePerson.Records(db, From.Id, ct), .. await SamePerson.Records(db, Into.Id, ct)], "One of them was granted a role here, which goes with the person: only an administrator can say that they are one person, or two.", ct);

    private async Task<bool> Load(Guid id, Guid other, CancellationToken ct)
    {
        var both = await db.Set<Person>().AsNoTracking().Where(p => p.Id == id || p.Id == other).ToDictionaryAsync(p => p.Id, ct);
        if (both.Count < 2) return false;
        (From, Into, Today) = (both[id], both[other], sites.Today(clock));
        Positions = (await db.Set<Position>().AsNoTracking().Where(p => p.Person == id || p.Person == other).WithOrganisation(db).ToListAsync(ct)).OrderByDescending(p => p.From).ToLookup(p => p.Person);
        return true;
    }
}
