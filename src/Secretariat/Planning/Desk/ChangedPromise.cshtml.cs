using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Desk;

public sealed class ChangedPromiseModel(Db db, Standings standings, PlanWords words, Sites sites, TimeProvider clock) : PageModel
{
    public static readonly DayOfWeek[] WorkingWeek = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public Outcome Outcome { get; private set; } = null!;

    [BindProperty] public PromiseInput Input { get; set; } = new();

    public sealed class PromiseInput
    {
        [Required(ErrorMessage = "An outcome needs a title."), StringLength(200)] public string? Title { get; set; }
        [StringLength(2000)] public string? Description { get; set; }
        public MeasureKind Kind { get; set; }
        [Range(1, 400, ErrorMessage = "A count is from 1 to 400.")] public int? Count { get; set; }
        [StringLength(60)] public string? Unit { get; set; }
        public Every Every { get; set; }
        public DayOfWeek? Weekday { get; set; }
        public int[] Except { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(string code, string? year, CancellationToken ct)
    {
        if (!await Load(code, year, ct)) return NotFound();
        var (measure, cadence) = (Outcome.Measure, Outcome.Cadence);
        Input = new()
        {
            Title = Outcome.Title,
            Description = Outcome.Description,
            Kind = measure.Kind,
            Count = measure.Count,
            Unit = measure.Unit,
            Every = cadence.Every,
            Weekday = cadence.Weekday,
            Except = [.. cadence.Except],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string? year, CancellationToken ct)
    {
        if (!await Load(code, year, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => words.Require(Outcome, Input.Title!, Input.Description ?? "", Input.Unit ?? "", User.Actor(), ct)) || !this.Try(Change)) return Page();
        if (!await this.Try(() => db.Save(User.Actor(), "Change promise", ct))) return Page();
        this.Say("The promise is changed. Draw the calendar again to see what it does to the dates.");
        return Redirect($"/desk/plan/{Outcome.Code}{(year is null ? "" : $"?year={year}")}");
    }

    private void Change()
    {
        var measure = Measure.Of(Input.Kind, Input.Count, Input.Unit ?? "");
        var cadence = Outcome.Cadence.TiedTo is null ? Outcome.Cadence with { Every = Input.Every, Weekday = Input.Weekday, Except = [.. Input.Except.Distinct().Order()] } : Outcome.Cadence;
        Outcome.Describe(Input.Title!, Input.Description ?? "");
        Outcome.PromiseInstead(measure, cadence);
    }

    private async Task<bool> Load(string code, string? year, CancellationToken ct)
    {
        if (await standings.PlanOf(year, sites.Today(clock), ct) is not { } plan || await db.Set<Outcome>().SingleOrDefaultAsync(o => o.Plan == plan.Id && o.Code == code, ct) is not { } outcome) return false;
        Outcome = outcome;
        return true;
    }
}
