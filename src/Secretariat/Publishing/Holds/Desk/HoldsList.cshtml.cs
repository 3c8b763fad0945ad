using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Holds.Desk;

/// <summary>The holds that are set, those that were, and a form to set one. Who did it stands in the audit.</summary>
[Authorize(Rights.CanSendEditions)]
public sealed class HoldsListModel(Db db, TimeProvider clock, Sites sites) : PageModel
{
    /// <summary>Of those that are over; those that stand are all listed.</summary>
    private const int Shown = 50;

    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<Hold> Standing { get; private set; } = [];
    public IReadOnlyList<Hold> Over { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Scopes { get; private set; } = new Dictionary<string, string>();
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose what it is on."), StringLength(120)] public string? Scope { get; set; }
        [StringLength(400)] public string? Reason { get; set; }
        [DataType(DataType.Date)] public DateOnly? From { get; set; }

        /// <summary>The last day, in the network's zone.</summary>
        [DataType(DataType.Date)] public DateOnly? Until { get; set; }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        Input.Scope = Hold.Public;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        var zone = sites.Current.Zone;
        var from = Input.From is { } day && day > Now.DateIn(zone) ? day.At(TimeOnly.MinValue, zone) : Now;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            if (!Scopes.ContainsKey(Input.Scope!)) throw new RuleBroken("Choose one of these.", "Scope");
            db.Add(Hold.On(Input.Scope!, Input.Reason ?? "", from, Input.Until?.AddDays(1).At(TimeOnly.MinValue, zone)));
            await db.Save(User.Actor(), "Set hold", ct);
        })) return Page();
        this.Say("The hold is set. What was published before stays; what is approved waits.");
        return Redirect("/desk/holds");
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken ct)
    {
        await Load(ct);
        ModelState.Clear();
        if (await db.Set<Hold>().SingleOrDefaultAsync(h => h.Id == id, ct) is not { } hold) return NotFound();
        if (!await this.Try(async () =>
        {
            hold.Lift(Now);
            await db.Save(User.Actor(), "Lift hold", ct);
        })) return Page();
        this.Say("The hold is lifted. What waited goes now.");
        return Redirect("/desk/holds");
    }

    public string Words(string scope) => Scopes.GetValueOrDefault(scope, scope);

    private async Task Load(CancellationToken ct)
    {
        Scopes = await ScopeWords.All(db, ct);
        var holds = db.Set<Hold>().AsNoTracking().OrderByDescending(h => h.From).ThenBy(h => h.Id);
        Standing = await holds.Where(h => h.LiftedAt == null && (h.Until == null || h.Until > Now)).ToListAsync(ct);
        Over = await holds.Where(h => h.LiftedAt != null || h.Until <= Now).Take(Shown).ToListAsync(ct);
    }
}
