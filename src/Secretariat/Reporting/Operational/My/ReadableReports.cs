using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Reporting.Operational.My;

/// <summary>Which reports somebody may read: the Board what was issued to it, people of members what was shared, and nobody else any.</summary>
public sealed class ReadableReports(Db db, OfMembers members)
{
    public async Task<IReadOnlyList<OperationalReport>> All(Guid person, bool board, CancellationToken ct) => await (await Theirs(person, board, ct)).OrderByDescending(r => r.Last).ThenByDescending(r => r.Issue).ToListAsync(ct);

    public async Task<OperationalReport?> One(Guid id, Guid person, bool board, CancellationToken ct) => await (await Theirs(person, board, ct)).SingleOrDefaultAsync(r => r.Id == id, ct);

    private async Task<IQueryable<OperationalReport>> Theirs(Guid person, bool board, CancellationToken ct)
    {
        var issued = db.Set<OperationalReport>().AsNoTracking().Where(r => r.State == ReportState.Issued);
        if (board) return issued;
        // What corrects a shared report is for whoever read that one, once it is shared itself.
        return await members.Is(person, ct) ? issued.Where(r => r.SharedAt != null) : issued.Where(_ => false);
    }
}
