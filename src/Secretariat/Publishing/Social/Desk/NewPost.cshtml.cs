using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Social.Desk;

public sealed class NewPostModel(Db db, WritePost write, Settings settings, Sites sites, TimeProvider clock) : PostForm
{
    public IReadOnlyList<SocialPost> Posts { get; private set; } = [];
    public string? Against { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, SocialChannel channel, CancellationToken ct)
    {
        if (!await Load(id, channel, ct)) return NotFound();
        var story = await db.Set<PublishedItem>().AsNoTracking().SingleOrDefaultAsync(p => p.Item == id && p.State == WebState.Published, ct);
        var today = sites.Today(clock);
        Input = PostInput.Of(PostWords.For(Item, Channel, story is null ? null : new Uri(settings.Url, story.Path), Item.PublicFrom > today ? Item.PublicFrom.Value : today));
        return Page();
    }

    public async Task<IActionResult> OnPostLookAsync(Guid id, SocialChannel channel, CancellationToken ct) => await Load(id, channel, ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, SocialChannel channel, CancellationToken ct)
    {
        if (!await Load(id, channel, ct)) return NotFound();
        SocialPost? post = null;
        if (!ModelState.IsValid || !await this.Try(async () => post = await write.Plan(id, Channel, Input.Draft, Input.Kind, User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say("Planned. It counts when it stands there and its address is here.");
        return Redirect($"/desk/social/{post!.Id}");
    }

    private async Task<bool> Load(Guid id, SocialChannel channel, CancellationToken ct)
    {
        if (!Enum.IsDefined(channel) || await db.Set<Item>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return false;
        (Item, Channel) = (item, channel);
        var today = sites.Today(clock);
        Against = WritePost.Against(item, item.PublicFrom > today ? item.PublicFrom.Value : today);
        Posts = await db.Set<SocialPost>().AsNoTracking().Where(p => p.Item == id).OrderByDescending(p => p.Day).ThenByDescending(p => p.Id).ToListAsync(ct);
        return true;
    }
}
