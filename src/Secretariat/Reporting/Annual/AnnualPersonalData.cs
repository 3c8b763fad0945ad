using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>Who filled in, who signed off and who approved. Erasing takes the names off; the figures are their member's.</summary>
public sealed class AnnualPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(AnnualReport), typeof(MemberReturn)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["annual_reports_approved"] = await db.Set<AnnualReport>().AsNoTracking().Where(r => r.Approver == person).OrderBy(r => r.Year).Select(r => new { r.Title, r.ApprovedAt }).ToListAsync(ct),
        ["annual_figures"] = await Theirs(person).AsNoTracking().OrderBy(r => r.WrittenAt).Select(r => new { Wrote = r.Writer == person, r.WrittenAt, Signed = r.Signer == person, r.SignedAt, r.SignedAs }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var report in await db.Set<AnnualReport>().Where(r => r.Approver == person).ToListAsync(ct)) report.ForgetApprover();
        foreach (var given in await Theirs(person).ToListAsync(ct)) given.Forget(person);
    }

    private IQueryable<MemberReturn> Theirs(Guid person) => db.Set<MemberReturn>().Where(r => r.Writer == person || r.Signer == person);
}
