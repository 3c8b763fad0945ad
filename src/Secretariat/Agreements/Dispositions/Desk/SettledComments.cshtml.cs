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
public sealed class SettledCommentsModel(Db db, SettleComment settle, TellAuthors tell, TimeProvider clock) : PageModel
{
    [BindProperty] public VerdictInput Input { get; set; } = new();

    public sealed class VerdictInput
    {
        public Guid Comment { get; set; }
        [Required(ErrorMessage = "Choose what becomes of it.")] public Verdict? Verdict { get; set; }

        /// <summary>What was decided when the page was made; empty when nothing was.</summary>
        public Verdict? Seen { get; set; }

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
        if (!ModelState.IsValid || !await this.Try(() => settle.Run(comment.Said, Input.Verdict!.Value, Input.Reason, Input.Seen, User.Actor(), clock.GetUtcNow(), ct)))
        {
            // What somebody else decided meanwhile stands on the page.
            db.ChangeTracker.Clear();
            await Load(id, ct);
            return Page();
        }
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

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.OpenedAt != null, ct) is not { } round) return false;
        (Round, Comments) = (round, await RoundComments.Of(db, id, ct));
        return true;
    }
}
