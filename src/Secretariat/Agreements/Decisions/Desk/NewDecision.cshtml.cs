using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Decisions.Desk;

/// <summary>Writing down what the Board decided. The day comes first: it says whose seats there are.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class NewDecisionModel(Db db, TakeDecision verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public DecisionInput Input { get; set; } = new();

    public sealed class DecisionInput
    {
        /// <summary>Made with the form: pressed twice, it records one decision.</summary>
        public Guid? Id { get; set; }

        [Required(ErrorMessage = "Choose the day.")] public DateOnly? On { get; set; }
        [Required(ErrorMessage = "Say what was decided."), StringLength(Decision.MaxText)] public string? Text { get; set; }
        public string? Rule { get; set; }
        [StringLength(Decision.MaxAbout)] public string? About { get; set; }
        [StringLength(1000)] public string? Link { get; set; }

        /// <summary>By the seat's code.</summary>
        public Dictionary<string, Hand> Hands { get; set; } = [];
    }

    public IReadOnlyList<SeatedChair> Seats { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    public async Task OnGetAsync(DateOnly? on, string? about, string? text, string? rule, CancellationToken ct)
    {
        Input = new() { Id = Guid.CreateVersion7(), On = on ?? sites.Today(clock), About = about, Text = text, Rule = rule };
        // What could not be read as a day is today, and what was typed is not shown as if it had been.
        ModelState.Clear();
        await Load(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        Decision? decision = null;
        if (!ModelState.IsValid || !await this.Try(async () => decision = await verb.Run(
            new HandsShown(Input.On!.Value, Input.Text, Input.Rule, Input.Hands) { Id = Input.Id, About = Input.About, Link = Input.Link }, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/desk/decisions/{decision!.Id}");
    }

    private async Task Load(CancellationToken ct)
    {
        Seats = await TakeDecision.Seats(db, Input.On ?? sites.Today(clock), ct);
        Rules = await db.Set<RoundRule>().AsNoTracking().Where(r => r.Base == RoundBase.Seats).OrderBy(r => r.Code).Select(r => new SelectListItem(r.Name, r.Code)).ToListAsync(ct);
    }
}
