using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Questions.Desk;

/// <summary>What members asked each other, what waits for an answer first.</summary>
public sealed class QuestionsDeskModel(Db db) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(PracticeQuestion Of, string Member, string Theme, int Answers);

    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool More { get; private set; }
    public int Next => Skip + PageSize;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Skip = Math.Clamp(Skip, 0, 100_000);
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var rows = await db.Set<PracticeQuestion>().AsNoTracking().OrderBy(q => q.State == QuestionState.Open && q.AnsweredAt == null ? 0 : 1).ThenByDescending(q => q.At).ThenByDescending(q => q.Id).Skip(Skip).Take(PageSize + 1)
            .Select(q => new { q, Member = db.Set<Organisation>().Where(o => o.Id == q.Member).Select(o => o.ShortName).First(), Answers = db.Set<PracticeAnswer>().Count(a => a.Question == q.Id && a.TakenOutAt == null) }).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize).Select(r => new Row(r.q, r.Member, themes.GetValueOrDefault(r.q.Theme, r.q.Theme), r.Answers))], rows.Count > PageSize);
    }
}
