using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Knowledge.Uses;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge;

/// <summary>Who wrote cases, is named in them, says that one is used, asks and answers. Erasing takes the names off; what a member shared stays.</summary>
public sealed class PracticePersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(PracticeCase), typeof(CaseVersion), typeof(CaseUse), typeof(PracticeQuestion), typeof(PracticeAnswer)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["practice_written"] = (await Versions(person).AsNoTracking().Where(v => v.Writer == person).OrderBy(v => v.At).ToListAsync(ct)).Select(v => new { v.Title, v.Number, v.Problem, v.Done, v.Took, v.Came, v.Source, v.At }).ToList(),
        ["practice_named_in"] = await Versions(person).AsNoTracking().Where(v => v.Contact == person).OrderBy(v => v.At).Select(v => new { v.Title, v.Number }).ToListAsync(ct),
        ["practice_shared"] = await db.Set<PracticeCase>().AsNoTracking().Where(c => c.Sharer == person).OrderBy(c => c.SharedAt).Select(c => new { c.Slug, c.SharedAt }).ToListAsync(ct),
        ["practice_used"] = await db.Set<CaseUse>().AsNoTracking().Where(u => u.Person == person).OrderBy(u => u.At).Select(u => new { u.How, u.At, u.TakenBackAt }).ToListAsync(ct),
        ["practice_asked"] = await db.Set<PracticeQuestion>().AsNoTracking().Where(q => q.Person == person).OrderBy(q => q.At).Select(q => new { q.Subject, q.Words, q.At }).ToListAsync(ct),
        ["practice_answered"] = await db.Set<PracticeAnswer>().AsNoTracking().Where(a => a.Person == person).OrderBy(a => a.At).Select(a => new { a.Words, a.At }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var version in await Versions(person).ToListAsync(ct)) version.Forget(person);
        foreach (var one in await db.Set<PracticeCase>().Where(c => c.Sharer == person).ToListAsync(ct)) one.ForgetSharer();
        foreach (var use in await db.Set<CaseUse>().Where(u => u.Person == person).ToListAsync(ct)) use.Forget();
        foreach (var question in await db.Set<PracticeQuestion>().Where(q => q.Person == person || q.Typist == person || q.Closer == person).ToListAsync(ct)) question.Forget(person);
        foreach (var answer in await db.Set<PracticeAnswer>().Where(a => a.Person == person).ToListAsync(ct)) answer.Forget();
    }

    private IQueryable<CaseVersion> Versions(Guid person) => db.Set<CaseVersion>().Where(v => v.Writer == person || v.Contact == person);
}
