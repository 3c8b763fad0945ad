using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Desk;

public sealed class NewEventModel(Db db, MakeEvent make, Sites sites) : EventFormPage
{
    public async Task OnGetAsync(CancellationToken ct)
    {
        Form = await EventForm.Of(db, Input, null, ct);
        if (Form.Kinds.Count > 0) (Input.Starts, Input.Ends) = (Form.Kinds[0].Starts, Form.Kinds[0].Ends);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = await EventForm.Of(db, Input, null, ct);
        Event? made = null;
        if (!ModelState.IsValid || !await this.Try(async () => made = await make.Run(Input.Kind ?? "", Input.Draft(sites.Current.TimeZone), null, User.Actor(), ct))) return Page();
        return Redirect($"/desk/events/{made!.Id}");
    }
}
