using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.Desk;

/// <summary>One consultation from its topic to what was released, with what members sent themselves beside it.</summary>
[Authorize(Rights.CanRunRounds), RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class ShowConsultationModel(Db db, RunConsultation verb, ReportSubmission report, ConsultationRounds rounds, FileStore files, Sites sites, TimeProvider clock) : PageModel
{
    private static readonly TimeOnly Evening = new(17, 0);

    [BindProperty] public DecisionInput Input { get; set; } = new();
    [BindProperty] public WritingInput Writing { get; set; } = new();
    [BindProperty] public AskInput Ask { get; set; } = new();
    [BindProperty] public SubmissionInput Own { get; set; } = new() { Circulation = Publishing.Items.Circulation.NamedPeople };

    public sealed class DecisionInput
    {
        public Course? Course { get; set; }
        public bool Important { get; set; }
        [StringLength(Consultation.MaxBy)] public string? DecidedBy { get; set; }
        public DateOnly? DecidedOn { get; set; }
        [StringLength(Consultation.MaxWhy)] public string? Why { get; set; }
    }

    public sealed class WritingInput
    {
        [StringLength(Consultation.MaxTitle)] public string? Subject { get; set; }
        [StringLength(Consultation.MaxText)] public string? Text { get; set; }
        /// <summary>The one that was on the page; null when another form was sent.</summary>
        public int? Version { get; set; }
    }

    public sealed class AskInput
    {
        public string? Rule { get; set; }
        public DateOnly? Day { get; set; }
        public DateOnly? Until { get; set; }
    }

    public ConsultationStand Stand { get; private set; } = null!;
    public DateOnly Today => sites.Today(clock);
    public Organisation? By { get; private set; }
    public string Theme { get; private set; } = "";
    public bool Deciding { get; private set; }
    public bool Reporting { get; private set; }

    /// <summary>Somebody tied its round by hand, and nothing has left under it.</summary>
    public bool MayUntie { get; private set; }
    public IReadOnlyList<(Submission Sent, string Member)> Sent { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> ViewRules { get; private set; } = [];
    public IReadOnlyList<SelectListItem> TextRules { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var c = Stand.Of;
        (Input.Course, Input.Important, Input.DecidedBy, Input.DecidedOn) = (c.Course, c.Important ?? false, c.DecidedBy, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        Deciding = true;
        return await Did(id, () => verb.Decide(id, new(Input.Course, Input.Important, Input.DecidedBy, Input.DecidedOn, Input.Why), User.Actor(), clock.GetUtcNow(), ct), ct);
    }

    public Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken ct) => Did(id, async () =>
    {
        try { await verb.Draft(id, Writing.Version, Writing.Subject, Writing.Text, User.Actor(), ct); }
        catch (RuleBroken no) { throw new RuleBroken(no.Message); }
    }, ct);

    public Task<IActionResult> OnPostViewsAsync(Guid id, CancellationToken ct) => Asked(id, () => verb.Gather(id, Ask.Rule ?? "", Closes(), User.Actor(), ct), ct);

    public Task<IActionResult> OnPostPutAsync(Guid id, CancellationToken ct) => Asked(id, () => verb.Put(id, Ask.Rule ?? "", Closes(), Ask.Until, User.Actor(), ct), ct);

    public Task<IActionResult> OnPostTieAsync(Guid id, [FromForm] Guid round, CancellationToken ct) => Did(id, () => verb.Tie(id, round, User.Actor(), ct), ct);

    public Task<IActionResult> OnPostUntieAsync(Guid id, CancellationToken ct) => Did(id, () => verb.Untie(id, User.Actor(), ct), ct);

    public async Task<IActionResult> OnPostSentAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Reporting = true;
        return await SubmissionInput.Try(ModelState, async () => await report.Run(id, Own.Member ?? Guid.Empty, await Own.Draft(files, ct), null, User.Actor(), clock.GetUtcNow(), ct)) ? Here(id) : Page();
    }

    public async Task<IActionResult> OnPostTakeOutAsync(Guid id, [FromForm] Guid submission, CancellationToken ct)
    {
        if (await db.Set<Submission>().SingleOrDefaultAsync(s => s.Id == submission && s.Consultation == id && s.Person == null && s.TakenOutAt == null, ct) is not { } sent) return NotFound();
        await report.TakeOut(sent, User.Actor(), clock.GetUtcNow(), ct);
        return Here(id);
    }

    private DateTimeOffset Closes() => Ask.Day is { } day ? day.At(Evening, sites.Current.Zone) : throw new RuleBroken("Choose the last day for answers.");

    private async Task<IActionResult> Asked(Guid id, Func<Task<Guid>> ask, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Guid round = default;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            try { round = await ask(); }
            // Its fields are a row without room for a sentence each.
            catch (RuleBroken no) { throw new RuleBroken(no.Message); }
        })) return Page();
        this.Say("The round is written. Look at it, and open it.");
        return Redirect($"/desk/rounds/{round}");
    }

    private async Task<IActionResult> Did(Guid id, Func<Task> change, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        return ModelState.IsValid && await this.Try(change) ? Here(id) : Page();
    }

    private RedirectResult Here(Guid id) => Redirect($"/desk/influence/consultations/{id}");

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } of) return false;
        Stand = (await ConsultationStand.Read(db, [of], Today, ct))[0];
        if (of.Organisation is { } by) By = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == by, ct);
        if (of.Theme is { } theme) Theme = await db.Set<Theme>().Where(t => t.Code == theme).Select(t => t.Name).SingleOrDefaultAsync(ct) ?? theme;
        Sent = [.. (await db.Set<Submission>().AsNoTracking().Where(s => s.Consultation == id && s.TakenOutAt == null).Join(db.Set<Organisation>(), s => s.Member, o => o.Id, (sent, o) => new { sent, o.ShortName }).ToListAsync(ct)).OrderBy(x => x.sent.SentOn).Select(x => (x.sent, x.ShortName))];
        Members = [new("Choose…", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        (ViewRules, TextRules) = (await rounds.Rules(RoundKind.Views, of.Kind, ct), await rounds.Rules(RoundKind.AgreeText, of.Kind, ct));
        Rounds = await rounds.Untied(ct);
        MayUntie = Stand is { Round: { } put, Released: null } && put.About != RunConsultation.About(id);
        // Sent with the page's other forms, the draft would come back empty and be kept so.
        if (Writing.Version is null) Writing = new() { Subject = of.Subject, Text = of.Text, Version = of.Version };
        Ask.Day ??= Today.AddDays(10);
        Ask.Until ??= of.Deadline?.AddDays(31);
        return true;
    }
}
