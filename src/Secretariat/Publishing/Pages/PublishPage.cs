using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages;

/// <summary>Lets a page stand on the website in the words that somebody read, or takes it off and says why.</summary>
public sealed class PublishPage(Db db, PutToMembers words, TimeProvider clock)
{
    /// <param name="read">The hash of what the publisher read.</param>
    public async Task<PageVersion> Run(Guid id, string read, ItemKind? kind, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Refuse(id, "", Found(await Page(id, ct), await words.All(ct)), by, ct);
        return await db.Write(async () =>
        {
            // Locked: of two who publish it at once the second sees what the first has done.
            await db.Set<SitePage>().Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Latest, p => p.Latest), ct);
            var page = await db.Set<SitePage>().SingleAsync(p => p.Id == id, ct);
            await db.Entry(page).ReloadAsync(ct);
            if (await db.HoldOn([Hold.Public], now, ct) is { } held) throw new RuleBroken($"A hold is on everything public, so the website stays as it is: {held.Reason}");
            if (Found(page, await words.All(ct)) is { } round) throw new RuleBroken(round.Refusal);
            var version = page.Publish(read, kind, by, now);
            db.Add(version);
            await db.Save(by, version.Number == 1 ? "Publish page" : "Change page on the website", ct);
            return version;
        }, ct);
    }

    public async Task TakeOff(Guid id, string? why, Actor by, CancellationToken ct)
    {
        // Everybody reads the reason, so it is looked at as every text that leaves.
        await Refuse(id, "Why", PutToMembers.InPlain(why ?? "", await words.All(ct)), by, ct);
        (await db.Set<SitePage>().SingleAsync(p => p.Id == id, ct)).TakeOff(why, clock.GetUtcNow());
        await db.Save(by, "Take page off the website", ct);
    }

    /// <summary>The round whose words are among the page's; null when none are.</summary>
    public static PutToMembers.Known? Found(SitePage page, IReadOnlyList<PutToMembers.Known> known) =>
        PutToMembers.In(page.Html, known) ?? PutToMembers.InLine(page.Title, known) ?? PutToMembers.InLine(page.Lead, known);

    private Task<SitePage> Page(Guid id, CancellationToken ct) => db.Set<SitePage>().AsNoTracking().SingleAsync(p => p.Id == id, ct);

    private async Task Refuse(Guid id, string field, PutToMembers.Known? found, Actor by, CancellationToken ct)
    {
        if (found is not { } round) return;
        // Written down at once: it outlives the transaction that it stops.
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(SitePage), id, ("Channel", PutOnWebsite.Channel), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, field);
    }
}
