using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Knowledge.Cases;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions.Desk;

/// <summary>A question on the desk: who is asked, what is like it, what was answered; staff answer, close it, and take out what should not stand.</summary>
public sealed class ShowQuestionModel(Db db, AskTheme verb, FindAlike alike, SharedCases shared, Sites sites, TimeProvider clock) : PageModel
{
    private const int MostCases = 300;

    [BindProperty] public QuestionDecision Input { get; set; } = new();

    public sealed class QuestionDecision
    {
        public string? Words { get; set; }
        public Guid? Case { get; set; }
        public Guid? Answer { get; set; }
        public string? Why { get; set; }
    }

    public QuestionShown Shown { get; private set; } = null!;
    public PracticeQuestion Of => Shown.Of;
    public IReadOnlyList<ThemeOfficer> Asked { get; private set; } = [];
    public IReadOnlyList<Likeness> Like { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct) => Do(id, () => verb.Answer(id, Input.Words, Input.Case, null, User.Actor(), clock.GetUtcNow(), ct), "Answered. Whoever asked is told.", ct);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) => Do(id, () => verb.Close(id, User.Actor(), clock.GetUtcNow(), ct), "Closed. Nobody else is asked.", ct);

    public Task<IActionResult> OnPostOutAsync(Guid id, CancellationToken ct) => Do(id, () => verb.TakeOut(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct), "Taken out. Only whoever asked finds it still, with your reason.", ct);

    public Task<IActionResult> OnPostAnswerOutAsync(Guid id, CancellationToken ct) => Do(id, () => verb.TakeAnswerOut(id, Input.Answer ?? Guid.Empty, Input.Why, User.Actor(), clock.GetUtcNow(), ct), "Taken out. Your reason stands in its place.", ct);

    private async Task<IActionResult> Do(Guid id, Func<Task> act, string said, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(act))
        {
            db.ChangeTracker.Clear();
            await Load(id, ct);
            return Page();
        }
        this.Say(said);
        return Redirect($"/desk/practice/questions/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await QuestionShown.Read(db, id, ct) is not { } shown) return false;
        Shown = shown;
        if (Of.State != QuestionState.Open) return true;
        Asked = [.. (await ThemeOfficers.On(db, [Of.Theme], sites.Today(clock), null, ct)).Where(o => o.Member != Of.Member).DistinctBy(o => o.Person)];
        Like = await alike.To($"{Of.Subject} {Of.Words}", [Of.Theme], id, ct);
        var near = Like.Where(l => l.Of.Kind == AlikeKind.Case).Select(l => l.Of.Id).ToList();
        var all = await shared.Shown(members: true).OrderBy(r => r.Words.Title).Take(MostCases).Select(r => new { r.Of.Id, r.Words.Title }).ToListAsync(ct);
        Cases = [new("none", ""), .. all.OrderBy(c => near.IndexOf(c.Id) is >= 0 and var place ? place : near.Count).Select(c => new SelectListItem(c.Title, c.Id.ToString()))];
        return true;
    }
}
