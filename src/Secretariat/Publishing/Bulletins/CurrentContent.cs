using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>What an edition says at this moment, from its items as they stand.</summary>
public sealed class CurrentContent(Db db, Sites sites)
{
    public async Task<EditionContent> Of(Edition edition, CancellationToken ct) => new(edition.Subject, edition.Intro, await Of(await Items(edition, ct), ct));

    /// <summary>What one item says by itself, as on the website.</summary>
    public async Task<EditionContent> Of(Item item, CancellationToken ct) => new("", "", await Of([item], ct));

    private async Task<IReadOnlyList<ContentItem>> Of(IReadOnlyList<Item> items, CancellationToken ct)
    {
        var about = items.SelectMany(i => i.About).Distinct().ToList();
        var names = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.ShortName }).ToListAsync(ct);
        var all = $"All {sites.Current.MemberMany} together";
        var under = await Under(items, ct);
        return [.. items.Select(i => i.Kind == ItemKind.Statement
            // Whose view it is stands under it, from the round: nothing that staff choose is added to it.
            ? new ContentItem(i.Id, i.Kind, i.Heading, i.Html, i.Links, [], "") { Mandate = i.Mandate, Under = under.GetValueOrDefault(i.Mandate ?? Guid.Empty, []) }
            : new ContentItem(i.Id, i.Kind, i.Heading, i.Html, i.Links,
                i.AboutAll ? [all] : [.. names.Where(n => i.About.Contains(n.Id)).Select(n => n.ShortName)], i.FiguresSource ?? ""))];
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Under(IReadOnlyList<Item> items, CancellationToken ct)
    {
        var ids = items.Select(i => i.Mandate).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, IReadOnlyList<string>>() : (await db.Set<Mandate>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct)).ToDictionary(m => m.Id, m => m.Under);
    }

    /// <summary>Its items in its order.</summary>
    public async Task<IReadOnlyList<Item>> Items(Edition edition, CancellationToken ct)
    {
        var ids = edition.Items;
        var items = await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        return [.. items.OrderBy(i => ids.IndexOf(i.Id))];
    }
}
