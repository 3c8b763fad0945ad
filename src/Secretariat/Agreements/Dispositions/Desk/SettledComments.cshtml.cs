using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Dispositions.Desk;

/// <summary>Every comment of a round, to be worked down one after the other.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class SettledCommentsModel(Db db, TellAuthors tell, TimeProvider clock) : PageModel
{
    [BindProperty] public VerdictInput Input { get; set; } = new();

    public sealed class VerdictInput
    {
        public Guid Comment { get; set; }
        [Required(ErrorMessage = "Choose what becomes of it.")] public Verdict? Verdict { get; set; }
        [StringLength(Disposition.MaxReason)] public string? Reason { get; set; }
    }

    public Round Round { get; private set; } = null!;
    public IReadOnlyList<RoundComment> Comments { get; private set; } = [];

    public int Waiting => Comments.Count(c => c.Waits);
    public IReadOnlyList<RoundComment> Untold => [.. Comments.Where(c => c.Disposition is { ToldAt: null })];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct) || Comments.FirstOrDefault(c => c.Said.Id == Input.Comment) is not { } comment) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => Decide(comment, ct))) return Page();
        // On to the next that waits, so that a list is worked down by three buttons.
        var next = Comments.FirstOrDefault(c => c.Waits && c.Said.Number > comment.Said.Number) ?? Comments.FirstOrDefault(c => c.Waits && c.Said.Id != comment.Said.Id);
        return Redirect($"/desk/rounds/{id}/comments#{(next is null ? "tell" : $"comment-{next.Said.Number}")}");
    }

    public async Task<IActionResult> OnPostTellAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        var told = 0;
        if (!await this.Try(async () => told = await tell.Run(id, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say(told == 0 ? "There was nothing left to tell." : $"{(told == 1 ? "One author is" : $"{told} authors are")} told by a letter each.");
        return Redirect($"/desk/rounds/{id}/comments");
    }

    private async Task Decide(RoundComment comment, CancellationToken ct)
    {
        var here = await db.Set<Disposition>().SingleOrDefaultAsync(d => d.Comment == comment.Said.Id, ct);
        if (here is null) db.Add(new Disposition(comment.Said, Input.Verdict!.Value, Input.Reason, User.Actor(), clock.GetUtcNow()));
        else here.Decide(Input.Verdict!.Value, Input.Reason, User.Actor(), clock.GetUtcNow());
        await db.Save(User.Actor(), "Settle comment", ct);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { } round) return false;
        (Round, Comments) = (round, await RoundComments.Of(db, id, ct));
        return true;
    }
}
