using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Minutes;

/// <summary>Saying that an action is done, or until when it takes and why; by the signed link or signed in.</summary>
public abstract class ActionPage(Db db, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public ActionInput Input { get; set; } = new();

    public sealed class ActionInput
    {
        public bool Longer { get; set; }
        public DateOnly? Until { get; set; }
        public string? Because { get; set; }
    }

    public EventAction Taken { get; private set; } = null!;
    public string EventTitle { get; private set; } = "";
    public DateOnly Today => sites.Today(clock);

    protected async Task<bool> Load(Guid id, Guid? person, CancellationToken ct)
    {
        if (person is null || await db.Set<EventAction>().SingleOrDefaultAsync(a => a.Id == id && a.Person != null && db.SameAs(person).Contains(a.Person.Value), ct) is not { } taken) return false;
        // Whoever holds no position any more answers for nothing by an old link.
        if (!await db.Set<Position>().AnyAsync(p => db.SameAs(person).Contains(p.Person) && p.From <= Today && (p.To == null || Today <= p.To), ct)) return false;
        Taken = taken;
        EventTitle = await db.Set<Event>().Where(e => e.Id == taken.Event).Select(e => e.Title).SingleAsync(ct);
        return true;
    }

    protected async Task<bool> Answered(CancellationToken ct)
    {
        if (!ModelState.IsValid) return false;
        return await this.Try(async () =>
        {
            if (!Input.Longer) Taken.Done(Input.Because, clock.GetUtcNow());
            else Taken.Delay(Input.Until ?? throw new RuleBroken("Say until when it takes.", "Until"), Input.Because, Today);
            await db.Save(new Actor(Taken.Person, Taken.Name), Input.Longer ? "Delay action" : "Close action", ct);
        });
    }
}
