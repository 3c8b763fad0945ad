using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Agreements.Rounds;

/// <summary>
/// Who answered, could have answered, entered an answer or looked, and for whom a PA did. What the member said stays, without the
/// person; and for an answer that was logged so does its evidence, also a file: without it nobody could show that the member said so.
/// </summary>
public sealed class RoundPersonalData(Db db, FileStore files) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Response), typeof(ElectorPerson), typeof(RoundCorrector), typeof(RoundLook), typeof(RoundCall)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["round_answers"] = await db.Set<Response>().AsNoTracking().Where(r => r.Person == person).OrderBy(r => r.At)
            .Join(db.Set<Round>(), r => r.Round, r => r.Id, (answer, round) => new { round.Title, answer.Answer, answer.Reason, answer.Comment, answer.Capacity, answer.Through, answer.Way, answer.Evidence, answer.At }).ToListAsync(ct),
        ["round_answers_entered"] = await db.Set<Response>().AsNoTracking().Where(r => r.EnteredBy == person).OrderBy(r => r.At).Select(r => new { r.Round, r.Answer, r.At }).ToListAsync(ct),
        ["rounds_asked"] = await db.Set<ElectorPerson>().AsNoTracking().Where(p => p.Person == person)
            .Join(db.Set<Elector>(), p => p.Elector, e => e.Id, (p, e) => new { e.Round, Member = e.Name, p.Capacity }).ToListAsync(ct),
        ["may_pass_corrections"] = await db.Set<RoundCorrector>().AsNoTracking().Where(c => c.Person == person).Join(db.Set<Round>(), c => c.Round, r => r.Id, (c, r) => new { r.Title, r.OpenedAt }).ToListAsync(ct),
        ["round_calls_made"] = await db.Set<RoundCall>().AsNoTracking().Where(c => c.By == person).OrderBy(c => c.At).Select(c => new { c.Round, c.Outcome, c.At }).ToListAsync(ct),
        ["rounds_opened"] = await db.Set<RoundLook>().AsNoTracking().Where(l => l.Person == person).OrderBy(l => l.At).Select(l => new { l.Round, l.Number, l.At }).ToListAsync(ct),
    };

    public async Task<IReadOnlyList<PersonalFile>> Files(Guid person, CancellationToken ct) =>
        [.. (await db.Set<Response>().AsNoTracking().Where(r => r.Person == person && r.FileHash != null).OrderBy(r => r.At).Select(r => new { r.Id, r.FileHash, r.FileName }).ToListAsync(ct))
            .Select(r => new PersonalFile($"round-answers/{r.Id:N}-{r.FileName}", _ => Task.FromResult(files.Open(r.FileHash!))))];

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var response in await db.Set<Response>().Where(r => r.Person == person || r.EnteredBy == person).ToListAsync(ct)) response.Forget(person);
        foreach (var named in await db.Set<ElectorPerson>().Where(p => p.Person == person).ToListAsync(ct)) named.Forget();
        foreach (var corrector in await db.Set<RoundCorrector>().Where(c => c.Person == person).ToListAsync(ct)) corrector.Forget();
        foreach (var call in await db.Set<RoundCall>().Where(c => c.By == person).ToListAsync(ct)) call.Forget();
        foreach (var look in await db.Set<RoundLook>().Where(l => l.Person == person).ToListAsync(ct)) look.Person = null;
        foreach (var beginning in await ActsFor.Beginnings(db, person, ct))
        {
            foreach (var response in await db.Set<Response>().Where(r => r.Capacity.StartsWith(beginning)).ToListAsync(ct)) response.ForgetActedFor(beginning);
            foreach (var named in await db.Set<ElectorPerson>().Where(p => p.Capacity.StartsWith(beginning)).ToListAsync(ct)) named.ForgetActedFor(beginning);
        }
    }
}
