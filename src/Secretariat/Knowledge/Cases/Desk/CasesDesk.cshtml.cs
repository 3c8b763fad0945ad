using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Data;
using Secretariat.Platform.Searching;

namespace Secretariat.Knowledge.Cases.Desk;

/// <summary>All cases, those that wait first, and which members share and use.</summary>
public sealed class CasesDeskModel(Db db) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(PracticeCase Of, CaseVersion Words, string Member, int Uses);

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public CaseState? State { get; set; }
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public IReadOnlyList<Row> Waiting { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public TileMap Map { get; private set; } = new("", []);
    public int Shared { get; private set; }
    public int Uses { get; private set; }
    public bool Narrowed => State is not null || !string.IsNullOrWhiteSpace(Q);
    public int Next => Skip + PageSize;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Skip = Math.Clamp(Skip, 0, 100_000);
        Waiting = Narrowed || Skip > 0 ? [] : await Read(Cases().Where(r => r.Of.OfferedAt != null).OrderBy(r => r.Of.OfferedAt), PageSize, ct);
        var query = Narrowed ? Cases() : Cases().Where(r => r.Of.OfferedAt == null);
        if (State is { } state) query = query.Where(r => r.Of.State == state);
        foreach (var part in SearchTerms.Read(Q).Parts) query = query.Where(r => r.Words.Kept.Contains(part));
        var rows = await Read(query.OrderByDescending(r => r.Words.At).ThenByDescending(r => r.Of.Id).Skip(Skip), PageSize + 1, ct);
        (Rows, More) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        await Draw(ct);
    }

    // Staff see the newest words, whether or not others read them yet.
    private IQueryable<CaseRow> Cases() => from one in db.Set<PracticeCase>().AsNoTracking()
                                           join version in db.Set<CaseVersion>() on one.Latest equals version.Id
                                           select new CaseRow { Of = one, Words = version };

    private async Task<IReadOnlyList<Row>> Read(IQueryable<CaseRow> query, int most, CancellationToken ct)
    {
        var found = await query.Take(most).Select(r => new { r.Of, r.Words, Uses = db.Set<CaseUse>().Count(u => u.Case == r.Of.Id && u.TakenBackAt == null), Member = db.Set<Organisation>().Where(o => o.Id == r.Of.Member).Select(o => o.ShortName).First() }).ToListAsync(ct);
        return [.. found.Select(f => new Row(f.Of, f.Words, f.Member, f.Uses))];
    }

    private async Task Draw(CancellationToken ct)
    {
        var members = await db.Set<Organisation>().AsTiles().ToListAsync(ct);
        var shared = (await db.Set<PracticeCase>().Where(c => c.State == CaseState.Shared).Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (_, v) => v.Members).ToListAsync(ct)).SelectMany(m => m).CountBy(m => m).ToDictionary();
        var uses = await db.Set<CaseUse>().Where(u => u.TakenBackAt == null && db.Set<PracticeCase>().Any(c => c.Id == u.Case && c.State == CaseState.Shared)).GroupBy(u => u.Member).ToDictionaryAsync(u => u.Key, u => u.Count(), ct);
        (Shared, Uses) = (await db.Set<PracticeCase>().CountAsync(c => c.State == CaseState.Shared, ct), uses.Values.Sum());
        Map = new($"Who shares, and who uses what others shared: {shared.Count} of {members.Count} have shared a case", [.. members.Select(m => m.At($"/desk/members/{m.Code}/timeline",
            shared.ContainsKey(m.Id) ? TileLook.Filled : uses.ContainsKey(m.Id) ? TileLook.Ring : TileLook.Plain,
            $"{shared.GetValueOrDefault(m.Id)} shared, {uses.GetValueOrDefault(m.Id)} used"))], [new(TileLook.Plain, "neither yet"), new(TileLook.Filled, "shared a case"), new(TileLook.Ring, "use one of another")]);
    }
}
