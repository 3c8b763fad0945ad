using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Access;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Desk;

/// <summary>One press on the calendar makes a promised date's event.</summary>
public sealed class EventForModel(MakeEvent make) : PageModel
{
    public string Title { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public DateOnly Day { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid date, CancellationToken ct) => await Load(date, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid date, CancellationToken ct)
    {
        if (!await Load(date, ct)) return NotFound();
        Event? made = null;
        if (!await this.Try(async () => made = await make.For(date, User.Actor(), ct))) return Page();
        this.Say("This is the event of that date. Give it a place, and announce it.");
        return Redirect($"/desk/events/{made!.Id}");
    }

    private async Task<bool> Load(Guid date, CancellationToken ct)
    {
        if (await make.Promised(date, ct) is not { } promised) return false;
        (Title, Kind, Day) = ($"{promised.Outcome.Title} {promised.Date.Number}", promised.Kind.Name, promised.Date.Date);
        return true;
    }
}
