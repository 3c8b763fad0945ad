using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Figures;

/// <summary>All cases for staff, whatever their state, by their newest words.</summary>
public sealed class SearchedCases(Sites sites) : ISearchable
{
    public string Kind => "case";
    public string Heading => "Cases of practice";

    public Guid? Of(Record saved) => saved switch { PracticeCase one => one.Id, CaseVersion version => version.Of, _ => null };

    public IQueryable<Guid> All(Db db) => db.Set<PracticeCase>().Select(c => c.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<PracticeCase>().AsNoTracking().Where(c => ids.Contains(c.Id)).Join(db.Set<CaseVersion>(), c => c.Latest, v => v.Id, (c, v) => new { c, v }).ToListAsync(ct))
            .Select(r => new SearchWords(r.c.Id, r.v.Title, $"{r.c.Words()} · {string.Join(' ', r.v.Texts.Skip(1))}", $"/desk/practice/{r.c.Id}", (r.c.SharedAt ?? r.v.At).DateIn(sites.Current.Zone)))];
}

/// <summary>What members asked each other, and the answers that stand.</summary>
public sealed class SearchedQuestions(Sites sites) : ISearchable
{
    public string Kind => "practice-question";
    public string Heading => "Questions on practice";

    public Guid? Of(Record saved) => saved switch { PracticeQuestion question => question.Id, PracticeAnswer answer => answer.Question, _ => null };

    public IQueryable<Guid> All(Db db) => db.Set<PracticeQuestion>().Select(q => q.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var answers = (await db.Set<PracticeAnswer>().AsNoTracking().Where(a => ids.Contains(a.Question) && a.TakenOutAt == null).Select(a => new { a.Question, a.Name, a.Words }).ToListAsync(ct)).ToLookup(a => a.Question);
        return [.. (await db.Set<PracticeQuestion>().AsNoTracking().Where(q => ids.Contains(q.Id)).ToListAsync(ct))
            .Select(q => new SearchWords(q.Id, q.Subject, $"{q.Words()} · {q.Name} · {q.Words} {string.Join(' ', answers[q.Id].Select(a => $"{a.Name}: {a.Words}"))}", $"/desk/practice/questions/{q.Id}", q.At.DateIn(sites.Current.Zone)))];
    }
}

/// <summary>Cases that everybody may read, by what stands on their page.</summary>
public sealed class FoundCases(Sites sites) : IFoundByVisitors
{
    public string Kind => "site-case";
    public string Heading => "Practice";

    public Guid? Of(Record saved) => (saved as PracticeCase)?.Id;

    public IQueryable<Guid> All(Db db) => new SharedCases(db).Shown().Select(r => r.Of.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await new SharedCases(db).Shown().Where(r => ids.Contains(r.Of.Id)).ToListAsync(ct)).Select(r => new SearchWords(r.Of.Id, r.Words.Title, string.Join(' ', r.Words.Texts.Skip(1)), r.Of.Path, r.Of.SharedAt!.Value.DateIn(sites.Current.Zone)))];

    public async Task<IReadOnlyCollection<Guid>> ShownNow(IServiceProvider services, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await services.GetRequiredService<SharedCases>().Shown().Where(r => ids.Contains(r.Of.Id)).Select(r => r.Of.Id).ToListAsync(ct);
}
