using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Social;

/// <summary>Plans posts and lets them out to be posted. Words for a channel are typed, so they are looked at twice: when they are written, and when somebody goes to post them.</summary>
public sealed class WritePost(Db db, PutToMembers words, PutOnWebsite website, Sites sites)
{
    /// <param name="kind">What the writer says it is, having read it.</param>
    public async Task<SocialPost> Plan(Guid id, SocialChannel channel, PostDraft draft, ItemKind? kind, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var item = await May(id, channel, draft, kind, by, ct);
        return await db.Write(async () =>
        {
            // Locked: of two presses the second finds what the first has written.
            await db.Set<Item>().Where(i => i.Id == id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Theme, i => i.Theme), ct);
            var post = new SocialPost(item, channel, draft, now.DateIn(sites.Current.Zone), by, now);
            if (await db.Set<SocialPost>().FirstOrDefaultAsync(p => p.Item == id && p.Channel == channel && p.State == PostState.Planned && p.Text == post.Text, ct) is { } there) return there;
            db.Add(post);
            await db.Save(by, "Plan post", ct);
            return post;
        }, ct);
    }

    public async Task Change(SocialPost post, PostDraft draft, ItemKind? kind, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var item = await May(post.Item, post.Channel, draft, kind, by, ct);
        post.Write(draft, item, now.DateIn(sites.Current.Zone), by, now);
        await db.Save(by, "Change post", ct);
    }

    /// <summary>Somebody goes to post it: once more nothing may stand against it.</summary>
    public async Task Begin(SocialPost post, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var item = await Item(post.Item, ct);
        await Refuse(post.Item, post.Channel, new(post.Text, post.Title, post.Picture, post.Alt, post.Day), by, ct);
        if (await Stops(item, now, ct) is { } no) throw new RuleBroken(no);
        post.Begin(by, now);
        await db.Save(by, "Go to post", ct);
    }

    /// <summary>Why it may not be posted now, also when somebody went to do it yesterday; null when it may.</summary>
    public async Task<string?> Against(SocialPost post, DateTimeOffset now, CancellationToken ct)
    {
        var known = await words.All(ct);
        return InWords(new(post.Text, post.Title, post.Picture, post.Alt, post.Day), known).Select(f => f.Found?.Refusal).FirstOrDefault(r => r is not null) ?? await Stops(await Item(post.Item, ct), now, ct);
    }

    private async Task<string?> Stops(Item item, DateTimeOffset now, CancellationToken ct) =>
        Against(item, now.DateIn(sites.Current.Zone)) ?? (await db.HoldOn(await website.Reach(item, ct), now, ct) is { } hold ? $"A hold is on it, so it is not posted now: {hold.Reason}" : null);

    /// <summary>Why nothing may be posted about an item on a day; null when something may.</summary>
    public static string? Against(Item item, DateOnly day) =>
        item.Kind == ItemKind.Statement ? "This is a statement: it leaves in exactly the words that members agreed to, and a post has others. Put it on the website under its mandate."
        : item.WidthOn(day) != Circulation.Public ? $"This is for {item.Circulation.Words(item.PublicFrom).ToLowerInvariant()}, and a post is read by everybody." : null;

    private async Task<Item> May(Guid id, SocialChannel channel, PostDraft draft, ItemKind? kind, Actor by, CancellationToken ct)
    {
        var item = await Item(id, ct);
        await Refuse(id, channel, draft, by, ct);
        if (draft.Day is { } day && Against(item, day) is { } no) throw new RuleBroken(no, "Day");
        if (kind == ItemKind.Statement) throw new RuleBroken("This is a statement, and no statement leaves without the members’ agreement. Put its text to them in a round.", "Kind");
        if (kind != item.Kind) throw new RuleBroken($"Confirm what kind it is. The item says {item.Kind.Words().ToLowerInvariant()}: if that is wrong, edit the item first.", "Kind");
        return item;
    }

    private Task<Item> Item(Guid id, CancellationToken ct) => db.Set<Item>().AsNoTracking().SingleAsync(i => i.Id == id, ct);

    private async Task Refuse(Guid item, SocialChannel channel, PostDraft draft, Actor by, CancellationToken ct)
    {
        var known = await words.All(ct);
        foreach (var (field, found) in InWords(draft, known))
        {
            if (found is not { } round) continue;
            // Written down at once: a refusal outlives what it stops.
            db.Note(by, ReleaseStatement.RefusedVerb, nameof(SocialPost), item, ("Channel", channel.Facts().Name), ("Carrier", $"{item}"), ("Why", round.Refusal));
            await db.SaveUnaudited(ct);
            throw new RuleBroken(round.Refusal, field);
        }
    }

    private static (string Field, PutToMembers.Known? Found)[] InWords(PostDraft draft, IReadOnlyList<PutToMembers.Known> known) =>
    [
        ("Text", PutToMembers.InPlain(draft.Text ?? "", known)), ("Title", PutToMembers.InLine(draft.Title ?? "", known)),
        ("Picture", PutToMembers.InLine(draft.Picture ?? "", known)), ("Alt", PutToMembers.InPlain(draft.Alt ?? "", known)),
    ];
}
