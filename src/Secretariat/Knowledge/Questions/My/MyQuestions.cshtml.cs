using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Knowledge.Questions.My;

/// <summary>What members asked each other, what still waits first.</summary>
public sealed class MyQuestionsModel(Db db, OfMembers members) : PageModel
{
    private const int PageSize = 30;

    public sealed record Row(PracticeQuestion Of, string Member, int Answers, bool Mine);

    [BindProperty(SupportsGet = true)] public string? Theme { get; set; }
    [BindProperty(SupportsGet = true)] public int Skip { get; set; }

    public bool OfMember { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public bool More { get; private set; }
    public int Next => Skip + PageSize;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        Skip = Math.Clamp(Skip, 0, 100_000);
        if (!(OfMember = await members.Is(me, ct))) return;
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        var query = db.Set<PracticeQuestion>().AsNoTracking().Where(q => q.State != QuestionState.TakenOut || (q.Person != null && db.SameAs(me).Contains(q.Person.Value)));
        if (!string.IsNullOrEmpty(Theme)) query = query.Where(q => q.Theme == Theme);
        var rows = await query.OrderBy(q => q.State == QuestionState.Open && q.AnsweredAt == null ? 0 : 1).ThenByDescending(q => q.At).ThenByDescending(q => q.Id).Skip(Skip).Take(PageSize + 1)
            .Select(q => new
            {
                q,
                Member = db.Set<Organisation>().Where(o => o.Id == q.Member).Select(o => o.ShortName).First(),
                Answers = db.Set<PracticeAnswer>().Count(a => a.Question == q.Id && a.TakenOutAt == null),
                Mine = q.Person != null && db.SameAs(me).Contains(q.Person.Value),
            }).ToListAsync(ct);
        (Rows, More) = ([.. rows.Take(PageSize).Select(r => new Row(r.q, r.Member, r.Answers, r.Mine))], rows.Count > PageSize);
    }

    public string NameOf(string theme) => Themes.FirstOrDefault(t => t.Code == theme)?.Name ?? theme;
}
