using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Statements;

/// <summary>Who released a statement, signed a letter or wrote a member's paragraph. What was released, and the paragraph, stay.</summary>
public sealed class StatementPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Release), typeof(Dissent)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["statements_released"] = await db.Set<Release>().AsNoTracking().Where(r => r.By == person).OrderBy(r => r.At).Select(r => new { r.Title, r.Channel, r.At }).ToListAsync(ct),
        ["statements_signed"] = await db.Set<Release>().AsNoTracking().Where(r => r.Sender == person).OrderBy(r => r.At).Select(r => new { r.Title, r.At, r.HandedInOn }).ToListAsync(ct),
        ["dissents_written"] = await db.Set<Dissent>().AsNoTracking().Where(d => d.Person == person).OrderBy(d => d.At).Select(d => new { d.Member, d.Text, d.Capacity, d.Through, d.Way, d.Evidence, d.At }).ToListAsync(ct),
        ["dissents_entered"] = await db.Set<Dissent>().AsNoTracking().Where(d => d.EnteredBy == person).OrderBy(d => d.At).Select(d => new { d.Member, d.At }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var release in await db.Set<Release>().Where(r => r.By == person || r.Sender == person).ToListAsync(ct)) release.Forget(person);
        foreach (var dissent in await db.Set<Dissent>().Where(d => d.Person == person || d.EnteredBy == person).ToListAsync(ct)) dissent.Forget(person);
        foreach (var beginning in await ActsFor.Beginnings(db, person, ct))
            foreach (var dissent in await db.Set<Dissent>().Where(d => d.Capacity.StartsWith(beginning)).ToListAsync(ct)) dissent.ForgetActedFor(beginning);
    }
}
