using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements;

/// <summary>What is said of a promise, by whom it is asked of or by staff.</summary>
public sealed class PromiseInput
{
    /// <summary>"kept", "longer" or "let-go".</summary>
    public string? How { get; set; }

    public DateOnly? Until { get; set; }
    public string? Because { get; set; }

    public void Say(Promise promise, DateOnly today, DateTimeOffset now)
    {
        switch (How)
        {
            case "kept": promise.Keep(Because, now); break;
            case "longer": promise.Delay(Until, Because, today); break;
            case "let-go": promise.LetGo(Because, now); break;
            default: throw new RuleBroken("Say whether it is kept, takes longer or is let go.", "How");
        }
    }

    public string Verb => How switch { "kept" => "Keep promise", "longer" => "Delay promise", _ => "Let promise go" };
}

/// <summary>Saying that a promise is kept, until when it takes, or that it is let go; by the signed link or signed in.</summary>
public abstract class PromisePage(Db db, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public PromiseInput Input { get; set; } = new();

    public Promise Made { get; private set; } = null!;
    public string To { get; private set; } = "";

    protected async Task<bool> Load(Guid id, Guid? person, CancellationToken ct)
    {
        if (person is null || await db.Set<Promise>().SingleOrDefaultAsync(p => p.Id == id && p.Person != null && db.SameAs(person).Contains(p.Person.Value), ct) is not { } made) return false;
        var today = sites.Today(clock);
        // Whoever holds no position any more answers for nothing by an old link.
        if (!await db.Set<Position>().AnyAsync(p => db.SameAs(person).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To), ct)) return false;
        Made = made;
        To = await db.Set<Organisation>().Where(o => o.Id == made.Organisation).Select(o => o.Name).SingleAsync(ct);
        return true;
    }

    protected async Task<bool> Answered(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return ModelState.IsValid && await this.Try(async () =>
        {
            Input.Say(Made, sites.Today(clock), now);
            await db.Save(new Actor(Made.Person, Made.Name), Input.Verb, ct);
        });
    }
}
