using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>What an edition says at this moment, from its items as they stand.</summary>
public sealed class CurrentContent(Db db, Sites sites)
{
    public async Task<EditionContent> Of(Edition edition, CancellationToken ct)
    {
        var items = await Items(edition, ct);
        var about = items.SelectMany(i => i.About).Distinct().ToList();
        var names = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.ShortName }).ToListAsync(ct);
        var all = $"All {sites.Current.MemberMany} together";
        return new EditionContent(edition.Subject, edition.Intro, [.. items.Select(i => new ContentItem(
            i.Id, i.Kind, i.Heading, i.Html, i.Links,
            i.AboutAll ? [all] : [.. names.Where(n => i.About.Contains(n.Id)).Select(n => n.ShortName)], i.FiguresSource ?? ""))]);
    }

    /// <summary>Its items in its order.</summary>
    public async Task<IReadOnlyList<Item>> Items(Edition edition, CancellationToken ct)
    {
        var ids = edition.Items;
        var items = await db.Set<Item>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        return [.. items.OrderBy(i => ids.IndexOf(i.Id))];
    }
}
