using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Wishes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Desk;

/// <summary>Types an event; with <c>?wish=</c> it begins from what chief executives wished for.</summary>
public sealed class NewEventModel(Db db, MakeEvent make, WishedEvent wished, Sites sites) : EventFormPage
{
    [BindProperty(SupportsGet = true)] public Guid? Wish { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form = await EventForm.Of(db, Input, null, ct);
        var kind = Form.Kinds.FirstOrDefault(k => Wish is null || (k.HasThemes && !k.HasTopic)) ?? Form.Kinds.FirstOrDefault();
        if (kind is not null) (Input.Kind, Input.Starts, Input.Ends) = (kind.Code, kind.Starts, kind.Ends);
        if (Wish is not { } id) return Page();
        if (await db.Set<Wish>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, ct) is not { } wish) return NotFound();
        (Input.Title, Input.About) = ($"Workshop: {wish.Title}", wish.Why);
        if (wish.Theme is { } theme) Input.Themes = [theme];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form = await EventForm.Of(db, Input, null, ct);
        Guid made = default;
        if (!ModelState.IsValid || !await this.Try(async () => made = await Make(ct))) return Page();
        return Redirect($"/desk/events/{made}");
    }

    private async Task<Guid> Make(CancellationToken ct)
    {
        var draft = Input.Draft(sites.Current.TimeZone);
        return Wish is { } wish ? await wished.Run(wish, Input.Kind ?? "", draft, User.Actor(), ct) : (await make.Run(Input.Kind ?? "", draft, null, User.Actor(), ct)).Id;
    }
}
