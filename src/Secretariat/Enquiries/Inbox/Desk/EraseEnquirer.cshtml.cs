using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>Erases who asked, before the time, because they want it.</summary>
public sealed class EraseEnquirerModel(Db db, TimeProvider clock) : PageModel
{
    public Enquiry Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        await ForgetEnquirer.Run(db, id, User.Actor(), clock.GetUtcNow(), ct);
        this.Say("Erased. What remains says that something was asked, and what became of it.");
        return Redirect($"/desk/enquiries/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Enquiry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } of) return false;
        Of = of;
        return true;
    }
}
