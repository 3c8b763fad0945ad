using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>Who reported what a member sent. What was sent stays: it is the member's.</summary>
public sealed class SubmissionPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Submission)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["submissions_reported"] = await db.Set<Submission>().AsNoTracking().Where(s => s.Person == person).OrderBy(s => s.At).Select(s => new { s.Title, s.SentOn, s.Link, s.At }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var submission in await db.Set<Submission>().Where(s => s.Person == person).ToListAsync(ct)) submission.Forget();
    }
}
