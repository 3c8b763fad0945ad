using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Social.Desk;

public sealed class EditPostModel(Db db, WritePost write, TimeProvider clock) : PostForm
{
    /// <summary>The post as it was when the form was opened.</summary>
    [BindProperty] public int Version { get; set; }

    public SocialPost Post { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        (Input, Version) = (PostInput.Of(new(Post.Text, Post.Title, Post.Picture, Post.Alt, Post.Day)), Post.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        db.Expect(Post, Version);
        if (!ModelState.IsValid || !await this.Try(() => write.Change(Post, Input.Draft, Input.Kind, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("Changed.");
        return Redirect($"/desk/social/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<SocialPost>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } post) return false;
        (Post, Channel) = (post, post.Channel);
        Item = await db.Set<Item>().AsNoTracking().SingleAsync(i => i.Id == post.Item, ct);
        return true;
    }
}
