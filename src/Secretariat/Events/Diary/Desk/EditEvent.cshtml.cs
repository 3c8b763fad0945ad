using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Diary.Desk;

public sealed class EditEventModel(Db db, ChangeEvent change) : EventFormPage
{
    public Event At { get; private set; } = null!;
    public int Asked { get; private set; }
    public override bool AsksPermission => At.State == EventState.Announced;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = EventInput.Of(At);
        Form = Form with { Input = Input };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var told = 0;
        if (!ModelState.IsValid || !await this.Try(async () => told = await Keep(ct))) return Page();
        this.Say(told > 0 ? $"Changed, and told in {told} {(told == 1 ? "letter" : "letters")}." : "Changed.");
        return Redirect($"/desk/events/{id}");
    }

    private async Task<int> Keep(CancellationToken ct)
    {
        db.Expect(At, Input.Version);
        if (At.IsOpen) return await change.Run(At, Input.Draft(At.Zone), User.Actor(), ct);
        await change.Complete(At, Input.Draft(At.Zone), User.Actor(), ct);
        return 0;
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Asked = await db.Set<Invitee>().CountAsync(i => i.Event == id && i.LeftOut == null && !i.WalkIn && i.Reply != Reply.NotComing, ct);
        Form = await EventForm.Of(db, Input, at.Kind, ct);
        return true;
    }
}
