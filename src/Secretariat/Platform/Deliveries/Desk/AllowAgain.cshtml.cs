using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Deliveries.Desk;

/// <summary>An address that a mail server said is not there may be written to again. It is named by a letter to it: an address does not stand in an address.</summary>
public sealed class AllowAgainModel(Db db, BatchOrders orders) : PageModel
{
    public Delivery Letter { get; private set; } = null!;
    public StoppedAddress Stopped { get; private set; } = null!;

    public string Back => Letter.Person is { } person ? $"/desk/people/{person}" : $"/desk/deliveries/{Letter.Batch}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => orders.AllowAgain(id, User.Actor(), ct))) return Page();
        this.Say($"The next letter to {Letter.Address} is sent again.");
        return Redirect(Back);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Delivery>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } letter) return false;
        if (await LedgerQuestions.Stopped(db, letter.AddressKey, ct) is not { } stopped) return false;
        (Letter, Stopped) = (letter, stopped);
        return true;
    }
}
