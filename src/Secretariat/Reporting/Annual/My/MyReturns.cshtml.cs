using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Reporting.Annual.My;

/// <summary>The members for which somebody gives figures.</summary>
public sealed class MyReturnsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public AnnualReport? Report { get; private set; }
    public IReadOnlyList<(NamedMember Member, ReturnState? State)> Members { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if ((Report = await db.Set<AnnualReport>().AsNoTracking().OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct)) is not { } report) return;
        var mine = await SpeaksFor.Members(db, User.PersonId()!.Value, sites.Today(clock), ct);
        var ids = mine.Select(m => m.Id).ToList();
        var states = await db.Set<MemberReturn>().Where(r => r.Report == report.Id && ids.Contains(r.Member)).ToDictionaryAsync(r => r.Member, r => r.State, ct);
        Members = [.. mine.Select(m => (m, states.TryGetValue(m.Id, out var state) ? state : (ReturnState?)null))];
    }
}
