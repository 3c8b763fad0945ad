using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

public sealed class MandatesListModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(Mandate Mandate, MandateState State, int Releases);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var mandates = await db.Set<Mandate>().AsNoTracking().IgnoreAutoIncludes().OrderByDescending(m => m.GivenAt).ThenBy(m => m.Subject).ToListAsync(ct);
        var releases = await db.Set<Release>().Where(r => r.CameToNothing == null).GroupBy(r => r.Mandate).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Rows = [.. mandates.Select(m => new Row(m, m.StateOn(today), releases.GetValueOrDefault(m.Id)))];
    }
}
