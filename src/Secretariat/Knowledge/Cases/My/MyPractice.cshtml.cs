using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Knowledge.Cases.My;

/// <summary>What other members solved, by theme, member and words; and one's own member's cases in the writing.</summary>
public sealed class MyPracticeModel(Db db, SharedCases shared, OfMembers members, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 20;

    public sealed record Row(PracticeCase Of, CaseVersion Words, string Whose, int Uses);

    [BindProperty(SupportsGet = true)] public string? Theme { get; set; }
    [BindProperty(SupportsGet = true)] public string? Member { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public bool OfMember { get; private set; }
    public IReadOnlyList<NamedMember> Mine { get; private set; } = [];
    public IReadOnlyList<CaseRow> Ours { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public IReadOnlyList<NamedMember> Members { get; private set; } = [];
    public bool Narrowed => !string.IsNullOrEmpty(Theme) || !string.IsNullOrEmpty(Member) || !string.IsNullOrWhiteSpace(Q);
    public string Narrowing => $"q={Uri.EscapeDataString(Q ?? "")}&theme={Uri.EscapeDataString(Theme ?? "")}&member={Uri.EscapeDataString(Member ?? "")}";
    public int Next => Skip + PageSize;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        Skip = Math.Clamp(Skip, 0, 100_000);
        OfMember = await members.Is(me, ct);
        Mine = await SpeaksFor.Members(db, me, sites.Today(clock), ct);
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        Members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        var houses = Mine.Select(m => m.Id).ToList();
        Ours = await (from one in db.Set<PracticeCase>().AsNoTracking()
                      where houses.Contains(one.Member) && (one.State != CaseState.Shared || one.Latest != one.Shown)
                      join version in db.Set<CaseVersion>() on one.Latest equals version.Id
                      orderby version.At descending
                      select new CaseRow { Of = one, Words = version }).Take(PageSize).ToListAsync(ct);
        Guid? whose = string.IsNullOrEmpty(Member) ? null : Members.FirstOrDefault(m => m.Code == Member)?.Id ?? Guid.Empty;
        var rows = await shared.Found(OfMember, Theme, whose, Q).Skip(Skip).Take(PageSize + 1).Select(r => new { r.Of, r.Words, Uses = db.Set<CaseUse>().Count(u => u.Case == r.Of.Id && u.TakenBackAt == null) }).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize).Select(r => new Row(r.Of, r.Words, string.Join(", ", r.Words.Members.Select(m => Members.FirstOrDefault(o => o.Id == m)?.ShortName).OfType<string>()), r.Uses))], rows.Count > PageSize);
    }

    public string ThemesOf(CaseVersion words) => string.Join(", ", Themes.Where(t => words.Themes.Contains(t.Code)).Select(t => t.Name));
}
