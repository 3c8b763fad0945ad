using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News;

/// <param name="About">The members that it names, by the names that they have now.</param>
public sealed record Story(PublishedItem Of, PassedItem Words, IReadOnlyList<NamedMember> About, DateOnly Day)
{
    /// <summary>Its beginning, for lists and search engines.</summary>
    public string Beginning
    {
        get
        {
            var text = PlainText.Words(Words.Html);
            if (text.Length <= Most) return text;
            // A long address has no space: then between two letters, and not inside one that takes two.
            var end = text.LastIndexOf(' ', Most) is > 0 and var space ? space : char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most;
            return text[..end] + " …";
        }
    }

    private const int Most = 220;
}

public sealed record NamedMember(Guid Id, string Code, string Name, string ShortName);

/// <summary>The one reader of what stands on the website: pages, feeds and the API see nothing that this does not let through.</summary>
public sealed class PublicNews(Db db, EditionGate gate, Sites sites, TimeProvider clock)
{
    /// <param name="member">Only what names this member.</param>
    /// <param name="after">What lies before this one.</param>
    /// <returns>Fewer than asked for only where there are no more: what may not be seen makes room for the next.</returns>
    public async Task<IReadOnlyList<Story>> Latest(int most, CancellationToken ct, Guid? member = null, string? theme = null, Guid? after = null)
    {
        var stories = new List<Story>();
        while (stories.Count < most)
        {
            var published = await Before(after, member, theme, most, ct);
            stories.AddRange(await Stories(published, ct));
            if (published.Count < most) break;
            after = published[^1].Id;
        }
        return [.. stories.Take(most)];
    }

    private async Task<List<PublishedItem>> Before(Guid? after, Guid? member, string? theme, int most, CancellationToken ct)
    {
        var query = Shown();
        if (member is { } id) query = query.Where(p => p.About.Contains(id));
        if (theme is not null) query = query.Where(p => p.Theme == theme);
        if (after is { } last && await db.Set<PublishedItem>().Where(p => p.Id == last).Select(p => p.PublishedAt).SingleOrDefaultAsync(ct) is { } at)
            query = query.Where(p => p.PublishedAt < at || p.PublishedAt == at && p.Id < last);
        return await query.OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>One by its address; null when it is not there, or may not be seen.</summary>
    public async Task<Story?> Of(string slug, CancellationToken ct) => (await Stories(await Shown().Where(p => p.Slug == slug).ToListAsync(ct), ct)).SingleOrDefault();

    /// <summary>Which of these stand there at this moment.</summary>
    public async Task<IReadOnlyCollection<Guid>> Still(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await Stories(await Shown().Where(p => ids.Contains(p.Id)).ToListAsync(ct), ct)).Select(s => s.Of.Id)];

    /// <summary>What is published, and no wider than it may travel today.</summary>
    public IQueryable<PublishedItem> Shown()
    {
        var today = sites.Today(clock);
        return from published in db.Set<PublishedItem>().AsNoTracking()
               where published.State == WebState.Published
               join item in db.Set<Item>() on published.Item equals item.Id
               where item.Circulation == Circulation.Public && (item.PublicFrom == null || item.PublicFrom <= today)
               select published;
    }

    private async Task<IReadOnlyList<Story>> Stories(IReadOnlyList<PublishedItem> published, CancellationToken ct)
    {
        var about = published.SelectMany(p => p.About).Distinct().ToList();
        var members = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        var stories = new List<Story>();
        foreach (var one in published)
        {
            var words = await gate.Show(EditionContent.Parse(one.Content).Items[0], ct);
            // A statement whose mandate has ended is not there, whether or not anybody has taken it off yet.
            if (words.Refused is null) stories.Add(new Story(one, words, [.. members.Where(m => one.About.Contains(m.Id))], one.PublishedAt!.Value.DateIn(sites.Current.Zone)));
        }
        return stories;
    }
}
