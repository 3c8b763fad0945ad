using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Knowledge.Uses;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Figures;

/// <summary>What a member shared, uses, asked and answered, and what somebody did of that.</summary>
public sealed class PracticeTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var shared = await db.Set<PracticeCase>().Where(c => c.State == CaseState.Shared && c.SharedAt < span.Before).Join(db.Set<CaseVersion>(), c => c.Shown, v => v.Id, (c, v) => new { c.Id, c.SharedAt, v.Title, v.Members })
            .Where(c => c.Members.Contains(organisation)).OrderByDescending(c => c.SharedAt).Take(span.Most).ToListAsync(ct);
        return [.. shared.Select(c => new TimelineLine(c.SharedAt!.Value, $"Shared a case: {c.Title}", "", Case(c.Id), TimelineRoom.My)),
            .. await Uses(db, db.Set<CaseUse>().Where(u => u.Member == organisation), span, ct),
            .. await Questions(db.Set<PracticeQuestion>().Where(q => q.Member == organisation), span, q => q.Name, ct),
            .. await Answers(db, db.Set<PracticeAnswer>().Where(a => a.Member == organisation), span, ct)];
    }

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var wrote = await db.Set<CaseVersion>().Where(v => v.Writer != null && records.Contains(v.Writer.Value) && v.At < span.Before).OrderByDescending(v => v.At).Take(span.Most).Select(v => new { v.Of, v.At, v.Title, v.Number }).ToListAsync(ct);
        return [.. wrote.Select(v => new TimelineLine(v.At, v.Number == 1 ? $"Wrote a case: {v.Title}" : $"Changed the case: {v.Title}", v.Number == 1 ? "" : $"version {v.Number}", Case(v.Of), TimelineRoom.My)),
            .. await Uses(db, db.Set<CaseUse>().Where(u => u.Person != null && records.Contains(u.Person.Value)), span, ct),
            .. await Questions(db.Set<PracticeQuestion>().Where(q => q.Person != null && records.Contains(q.Person.Value)), span, _ => "", ct),
            .. await Answers(db, db.Set<PracticeAnswer>().Where(a => a.Person != null && records.Contains(a.Person.Value)), span, ct)];
    }

    private static async Task<IEnumerable<TimelineLine>> Uses(Db db, IQueryable<CaseUse> uses, TimelineSpan span, CancellationToken ct) =>
        (await (from use in uses
                where use.TakenBackAt == null && use.At < span.Before
                orderby use.At descending
                join one in db.Set<PracticeCase>() on use.Case equals one.Id
                join version in db.Set<CaseVersion>() on one.Shown equals version.Id
                select new { use.Case, use.At, use.How, version.Title }).Take(span.Most).ToListAsync(ct)).Select(u => new TimelineLine(u.At, $"Said that it is used: {u.Title}", u.How ?? "", Case(u.Case), TimelineRoom.My));

    private static async Task<IEnumerable<TimelineLine>> Questions(IQueryable<PracticeQuestion> questions, TimelineSpan span, Func<PracticeQuestion, string> by, CancellationToken ct) =>
        (await questions.AsNoTracking().Where(q => q.At < span.Before).OrderByDescending(q => q.At).Take(span.Most).ToListAsync(ct)).Select(q => new TimelineLine(q.At, $"Asked: {q.Subject}", string.Join(", ", new[] { by(q), q.Words() }.Where(w => w.Length > 0)), Question(q.Id), TimelineRoom.My));

    private static async Task<IEnumerable<TimelineLine>> Answers(Db db, IQueryable<PracticeAnswer> answers, TimelineSpan span, CancellationToken ct) =>
        (await answers.Where(a => a.TakenOutAt == null && a.At < span.Before).OrderByDescending(a => a.At).Take(span.Most).Join(db.Set<PracticeQuestion>(), a => a.Question, q => q.Id, (a, q) => new { q.Id, a.At, q.Subject }).ToListAsync(ct))
            .Select(a => new TimelineLine(a.At, $"Answered: {a.Subject}", "", Question(a.Id), TimelineRoom.My));

    private static string Case(Guid id) => $"/desk/practice/{id}";

    private static string Question(Guid id) => $"/desk/practice/questions/{id}";
}
