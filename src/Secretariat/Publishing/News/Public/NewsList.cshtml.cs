using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News.Public;

/// <summary>The news, the newest first: all of it, or what names one member or belongs to one theme.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(PublishedItem), nameof(Item), nameof(Mandate), nameof(Organisation), nameof(Theme)])]
public sealed class NewsListModel(Db db, PublicNews news, Sites sites) : PageModel
{
    private const int PageSize = 12;

    [BindProperty(SupportsGet = true)] public string? Member { get; set; }
    [BindProperty(SupportsGet = true)] public string? Theme { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public Site Site => sites.Current;
    public MemberTile? About { get; private set; }
    public Theme? On { get; private set; }
    public IReadOnlyList<Story> Stories { get; private set; } = [];
    public Guid? More { get; private set; }
    public TileMap Map { get; private set; } = new("", []);
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>The same choice, for the link to what is older.</summary>
    public string Choice => About is { } member ? $"&member={member.Code}" : On is { } theme ? $"&theme={theme.Code}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        if (Member is not null && (About = members.FirstOrDefault(m => m.Code == Member)) is null) return NotFound();
        if (Theme is not null && (On = await db.Set<Theme>().AsNoTracking().FirstOrDefaultAsync(t => t.Code == Theme, ct)) is null) return NotFound();
        Stories = await news.Latest(PageSize + 1, ct, About?.Id, On?.Code, After);
        if (Stories.Count > PageSize)
        {
            Stories = [.. Stories.Take(PageSize)];
            More = Stories[^1].Of.Id;
        }
        var told = (await news.Shown().Select(p => new { p.About, p.Theme }).ToListAsync(ct)).ToList();
        var times = told.SelectMany(t => t.About).CountBy(id => id).ToDictionary();
        Map = new TileMap("Members in the news", [.. members.Select(m => times.TryGetValue(m.Id, out var n)
            ? m.At($"/news?member={m.Code}", m.Id == About?.Id ? TileLook.Ring : TileLook.Filled, $"in {n} {(n == 1 ? "story" : "stories")}") : m.At($"/members/{m.Code}", TileLook.Plain, "no story yet"))],
            new TileMeaning(TileLook.Filled, "have been in the news"));
        var codes = told.Select(t => t.Theme).OfType<string>().ToHashSet();
        Themes = await db.Set<Theme>().AsNoTracking().Where(t => codes.Contains(t.Code)).OrderBy(t => t.Name).ToListAsync(ct);
        return Page();
    }
}
