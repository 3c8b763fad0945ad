using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Income;

/// <summary>Records that a commitment was changed or withdrawn after its round.</summary>
public sealed class ChangeCommitment(Db db, Sites sites)
{
    public Task Run(Guid plan, Guid organisation, ChangeDraft draft, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        if (!await db.Set<Organisation>().AnyAsync(o => o.Id == organisation, ct)) throw new RuleBroken("Choose whose commitment it is.", "Organisation");
        var change = new CommitmentChange(plan, organisation, draft, by, now, now.DateIn(sites.Current.Zone));
        if (await db.Set<CommitmentChange>().AnyAsync(c => c.Plan == plan && c.Organisation == organisation && c.On == change.On && c.Why == change.Why, ct)) throw new RuleBroken("This was entered already, with the same day and words.", "Why");
        db.Add(change);
        await db.Save(by, "Record that a commitment was changed", ct);
    }, ct);
}

/// <summary>Who recorded a change. What the member said stays.</summary>
public sealed class CommitmentPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(CommitmentChange)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["commitment_changes_recorded"] = await db.Set<CommitmentChange>().AsNoTracking().Where(c => c.EnteredBy == person).OrderBy(c => c.EnteredAt).Select(c => new { c.On, c.Why, c.EnteredAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var change in await db.Set<CommitmentChange>().Where(c => c.EnteredBy == person).ToListAsync(ct)) change.Forget();
    }
}
