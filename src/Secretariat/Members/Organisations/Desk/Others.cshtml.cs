using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Desk;

public sealed record OtherLine(string Code, string Name, OrganisationKind Kind, bool Invented, string? Parent, int People);

public sealed class OthersModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OtherLine> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var rows = await db.Set<Organisation>().Where(o => o.Kind != OrganisationKind.Member).OrderBy(o => o.SortName).ThenBy(o => o.Id)
            .Select(o => new OtherLine(o.Code, o.Name, o.Kind, o.Invented,
                db.Set<Organisation>().Where(p => p.Id == o.Parent).Select(p => p.Name).FirstOrDefault(),
                db.Set<Position>().Count(p => p.Organisation == o.Id && p.From <= today && (p.To == null || today <= p.To)))).ToListAsync(ct);
        Rows = [.. rows.OrderBy(r => r.Kind)];
    }
}
