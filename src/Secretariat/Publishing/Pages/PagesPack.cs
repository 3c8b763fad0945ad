using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Packs;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Pages;

/// <summary>
/// Loads <c>pages.yaml</c>, and what visitors have a right to where it lacks it. Each page follows a newer pack, as a further
/// version, until somebody writes on it here.
/// </summary>
public sealed class PagesPack(FirstPages first, OwnAddresses addresses, PutToMembers words, TimeProvider clock) : IPackPart
{
    private const string File = "pages.yaml";

    public int Order => 90;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        var own = pack.Has(File) ? PackPage.Read(pack, File, report) : [];
        if (report.Faults.Count > 0) return;
        var follow = await PackFollow.Begin(db, "page", report, ct);
        var here = await db.Set<SitePage>().ToDictionaryAsync(p => p.Slug, ct);
        var (known, held) = (await words.All(ct), await db.HoldOn([Hold.Public], clock.GetUtcNow(), ct) is not null);
        foreach (var page in own.Concat(first.All.Where(f => own.All(o => o.Slug != f.Slug))))
        {
            var entry = follow.Entry(page.Slug, $"The page /{page.Slug}", page.File, page.Line);
            var kept = here.GetValueOrDefault(page.Slug);
            if (kept is null && entry.Record is not null) entry.IsRemovedHere();
            else if (entry.Apply(() => addresses.Refuse(page.Slug))) Keep(db, entry, kept, page, known, held, report);
        }
    }

    private void Keep(Db db, PackEntry entry, SitePage? kept, PackPage page, IReadOnlyList<PutToMembers.Known> known, bool held, PackReport report)
    {
        var (isNew, now) = (kept is null, clock.GetUtcNow());
        if (kept is null && !entry.Apply(() => kept = new SitePage(page.Slug, page.Words) { Invented = page.Invented })) return;
        if (isNew)
        {
            db.Add(kept!);
            report.Add("pages");
        }
        entry.Is(kept!, isNew);
        if (isNew && !entry.Apply(() => Stand(kept!))) return;
        // A new page has the pack's words already, so the field only remembers them.
        var follows = false;
        entry.Field("words", page.Words.Hash(), kept!.Words.Hash(), () =>
        {
            kept.Write(page.Words);
            follows = true;
        });
        entry.Field("in the footer", page.InFooter.Text(), kept.InFooter.Text(), () =>
        {
            kept.Show(page.InFooter);
            follows = true;
        });
        // What staff took off stays off, and under a hold the website stays as it is: the words wait as a draft that somebody publishes.
        if (follows && !isNew && kept.State == WebState.Published && !held) entry.Apply(() => Stand(kept));

        void Stand(SitePage stands)
        {
            if (PublishPage.Found(stands, known) is { } round) throw new RuleBroken(round.Refusal);
            db.Add(stands.FromPack(now));
        }
    }
}
