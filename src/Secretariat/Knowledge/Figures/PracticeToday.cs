using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Figures;

/// <summary>Cases that wait to be looked over, and questions that nobody answers or that nobody is asked.</summary>
public sealed class PracticeToday(Db db, Sites sites) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> For(DateOnly today, CancellationToken ct)
    {
        var waiting = await db.Set<PracticeCase>().AsNoTracking().Where(c => c.OfferedAt != null).OrderBy(c => c.OfferedAt).Join(db.Set<CaseVersion>(), c => c.Latest, v => v.Id, (c, v) => new { c.Id, v.Title }).ToListAsync(ct);
        var open = await db.Set<PracticeQuestion>().AsNoTracking().Where(q => q.State == QuestionState.Open && q.AnsweredAt == null).OrderBy(q => q.At).Select(q => new { q.Id, q.Subject, q.Theme, q.Member, q.At }).ToListAsync(ct);
        var officers = open.Count == 0 ? [] : await ThemeOfficers.On(db, [.. open.Select(q => q.Theme).Distinct()], today, null, ct);
        var stayed = await db.Set<PracticeCase>().AsNoTracking().Where(c => c.State == CaseState.Shared && c.Shown == c.Latest && c.Returned != null && c.OfferedAt == null && c.PublicFrom == null).Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (c, v) => new { c.Id, v.Title }).OrderBy(c => c.Title).ToListAsync(ct);
        return [.. stayed.Select(s => new TodayTask("Look at", $"the case “{s.Title}”: it did not go on the website", $"/desk/practice/{s.Id}", null)), .. waiting.Select(w => new TodayTask("Look over", $"the case “{w.Title}”", $"/desk/practice/{w.Id}", null)),
            .. open.Where(q => officers.All(o => o.Theme != q.Theme || o.Member == q.Member)).Select(q => new TodayTask("Answer", $"“{q.Subject}”: nobody else works on its theme", $"/desk/practice/questions/{q.Id}", null)),
            .. open.Where(q => officers.Any(o => o.Theme == q.Theme && o.Member != q.Member)).Select(q => (q, Quiet: q.At.DateIn(sites.Current.Zone).AddDays(PracticeQuestion.QuietDays))).Where(q => q.Quiet <= today)
                .Select(q => new TodayTask("Find", $"somebody who can answer “{q.q.Subject}”", $"/desk/practice/questions/{q.q.Id}", q.Quiet))];
    }
}
