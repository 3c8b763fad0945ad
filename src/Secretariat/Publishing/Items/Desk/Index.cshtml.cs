using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Items.Desk;

/// <summary>Every item, the newest first.</summary>
public sealed class IndexModel(Db db) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The last item of the page before.</summary>
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public sealed record Row(Guid Id, string Heading, ItemKind Kind, Circulation Circulation, DateOnly? PublicFrom, bool AboutAll, IReadOnlyList<string> About, IReadOnlyList<Carrier> Carriers, bool Invented);

    public sealed record Carrier(string Path, string Name);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Guid? More { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = db.Set<Item>().AsNoTracking().OrderByDescending(i => i.WrittenAt).ThenByDescending(i => i.Id).AsQueryable();
        if (After is { } after && await db.Set<Item>().Where(i => i.Id == after).Select(i => (DateTimeOffset?)i.WrittenAt).SingleOrDefaultAsync(ct) is { } at)
            query = query.Where(i => i.WrittenAt < at || i.WrittenAt == at && i.Id < after);
        var items = await query.Take(PageSize + 1).Select(i => new { i.Id, i.Heading, i.Kind, i.Circulation, i.PublicFrom, i.AboutAll, i.About, i.Invented }).ToListAsync(ct);
        var (ids, about) = (items.Select(i => i.Id).ToList(), items.SelectMany(i => i.About).Distinct().ToList());
        var names = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        var carriers = await db.Set<Edition>().AsNoTracking().Where(e => e.State != EditionState.Cancelled && e.Items.Any(i => ids.Contains(i)))
            .OrderBy(e => e.Year).ThenBy(e => e.Number).Select(e => new { e.Id, e.Kind, e.Number, e.Items }).ToListAsync(ct);
        Rows = [.. items.Take(PageSize).Select(i => new Row(i.Id, i.Heading, i.Kind, i.Circulation, i.PublicFrom, i.AboutAll,
            [.. i.About.Select(a => names.GetValueOrDefault(a, "")).Where(n => n.Length > 0)],
            [.. carriers.Where(c => c.Items.Contains(i.Id)).Select(c => new Carrier($"{c.Kind.Shelf()}/{c.Id}", c.Kind == EditionKind.Newsletter ? $"newsletter {c.Number}" : $"{c.Number}"))], i.Invented))];
        More = items.Count > PageSize ? Rows[^1].Id : null;
    }
}
