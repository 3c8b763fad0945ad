using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News;

/// <summary>Approves an item for the website, for now or for a time; and when its time has come, lets exactly those words stand there.</summary>
public sealed class PutOnWebsite(Db db, CurrentContent current, EditionGate gate, MandateReach mandates, Sites sites)
{
    public const string Channel = "the website";

    /// <param name="read">The hash of what the approver read.</param>
    /// <param name="at">When it goes; null for now.</param>
    public async Task<PublishedItem> Run(Guid id, string read, ItemKind? kind, DateTimeOffset? at, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var way = WayOn(at ?? now);
        // A refusal is written down at once, and outlives the transaction that it stops.
        await gate.Pass(way, await current.Of(await Item(id, ct), ct), by, ct);
        return await db.Write(async () =>
        {
            // Locked: of two who publish it at once the second sees what the first has done.
            await db.Set<Item>().Where(i => i.Id == id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Theme, i => i.Theme), ct);
            var item = await Item(id, ct);
            var passed = await Passed(way, item, ct);
            var published = await db.Set<PublishedItem>().SingleOrDefaultAsync(p => p.Item == id, ct);
            var held = await db.HoldOn(await Reach(item, ct), now, ct);
            if (published?.State == WebState.Published && held is not null) throw new RuleBroken($"A hold is on it, so its words stay as they are: {held.Reason}");
            if (published is null) db.Add(published = new PublishedItem(item, await Slug(item, ct)));
            var changes = published.State == WebState.Published;
            published.Approve(item, passed, read, kind, at ?? now, by, now);
            if (!changes && at is null && held is null) published.Publish(now);
            if (published.State == WebState.Published) Release(passed, item, by, now);
            await db.Save(by, published.State == WebState.Published ? changes ? "Change on the website" : "Put on the website" : "Schedule for the website", ct);
            return published;
        }, ct);
    }

    /// <summary>Its hour has come. What is no longer as it was approved, or may not leave, comes back to the desk and says why.</summary>
    public async Task Due(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var published = await db.Set<PublishedItem>().SingleAsync(p => p.Id == id, ct);
        if (published.State != WebState.Scheduled || published.GoesAt > now) return;
        var item = await Item(published.Item, ct);
        if (await db.HoldOn(await Reach(item, ct), now, ct) is not null) return;
        var why = (string?)null;
        await db.Write(async () =>
        {
            try
            {
                var passed = await Passed(WayOn(now), item, ct);
                if (passed.Content.Hash() != published.Hash) why = "when its time came, the words were no longer those that were approved";
                else
                {
                    published.Publish(now);
                    Release(passed, item, Actor.Schedule, now);
                }
            }
            catch (RuleBroken no)
            {
                why = $"when its time came, it was refused. {no.Message.TrimEnd('.')}";
            }
            if (why is not null) published.VoidApproval(why);
            await db.Save(Actor.Schedule, why is null ? "Put on the website" : "Void approval", ct);
        }, ct);
    }

    /// <summary>What a hold may be about.</summary>
    public async Task<IReadOnlyCollection<string>> Reach(Item item, CancellationToken ct)
    {
        var about = item.About;
        var codes = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).Select(o => o.Code).ToListAsync(ct);
        var agreed = item.Mandate is { } mandate ? await mandates.Of([mandate], ct) : [];
        return [Hold.Public, .. item.Theme is { } theme ? [$"theme:{theme}"] : Array.Empty<string>(), .. codes.Select(c => $"member:{c}"), .. agreed];
    }

    private Way WayOn(DateTimeOffset at) => new(Channel, at.DateIn(sites.Current.Zone));

    private Task<Item> Item(Guid id, CancellationToken ct) => db.Set<Item>().AsNoTracking().SingleAsync(i => i.Id == id, ct);

    // The mandate locked: a withdrawal came before this, or waits until the release is on record.
    private async Task<PassedContent> Passed(Way way, Item item, CancellationToken ct)
    {
        if (item.Mandate is { } mandate) await db.Set<Mandate>().Where(m => m.Id == mandate).ExecuteUpdateAsync(s => s.SetProperty(m => m.Asked, m => m.Asked), ct);
        var passed = await gate.Look(way, await current.Of(item, ct), ct);
        passed.Require();
        return passed;
    }

    private void Release(PassedContent passed, Item item, Actor by, DateTimeOffset now)
    {
        foreach (var text in passed.Released) db.Add(new Release(text, ReleaseChannel.Website, item.Heading, item.Id, by, now));
    }

    private async Task<string> Slug(Item item, CancellationToken ct)
    {
        var slug = Slugs.From(item.Heading) is { Length: > 0 } words ? words : "news";
        return Slugs.Free(slug, await db.Set<PublishedItem>().Where(p => p.Slug.StartsWith(slug)).Select(p => p.Slug).ToHashSetAsync(ct));
    }
}
