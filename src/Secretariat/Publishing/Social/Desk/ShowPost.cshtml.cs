using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Social.Desk;

/// <summary>One post: its words to copy, the way to the channel, and what became of it.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class ShowPostModel(Db db, WritePost write, MarkPost mark, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public MarkInput Input { get; set; } = new();

    public sealed class MarkInput
    {
        public string? Address { get; set; }
        [DataType(DataType.Date)] public DateOnly? On { get; set; }
        public string? Why { get; set; }
    }

    public SocialPost Post { get; private set; } = null!;

    /// <summary>Why it may not be posted now; null when it may, or when that is over.</summary>
    public string? Stopped { get; private set; }
    public IReadOnlyList<string> About { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input.On = sites.Today(clock);
        return Page();
    }

    public Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken ct) =>
        Do(id, () => write.Begin(Post, User.Actor(), clock.GetUtcNow(), ct), "Copy the words, post them, and come back with the address.", ct);

    public Task<IActionResult> OnPostPostedAsync(Guid id, CancellationToken ct) =>
        Do(id, () => mark.Posted(Post, Input.Address, Input.On, User.Actor(), clock.GetUtcNow(), ct), "Marked as posted. It counts in the plan.", ct);

    public Task<IActionResult> OnPostNotAsync(Guid id, CancellationToken ct) =>
        Do(id, () => mark.NotPosted(Post, Input.Why, User.Actor(), ct), "Marked as not posted.", ct);

    private async Task<IActionResult> Do(Guid id, Func<Task> verb, string said, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(verb))
        {
            // What the verb had changed before it was refused is not what stands in the record.
            db.ChangeTracker.Clear();
            await Load(id, ct);
            Input.On ??= sites.Today(clock);
            return Page();
        }
        this.Say(said);
        return Redirect($"/desk/social/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<SocialPost>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } post) return false;
        Post = post;
        About = await db.Set<Organisation>().Where(o => post.About.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => o.ShortName).ToListAsync(ct);
        Stopped = post.State is PostState.Planned or PostState.Unknown ? await write.Against(post, clock.GetUtcNow(), ct) : null;
        return true;
    }
}
