using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

public sealed class RoundRulesModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(RoundRule Rule, string Needed)> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var members = await db.Set<Organisation>().CountAsync(o => o.Kind == OrganisationKind.Member, ct);
        var seats = await db.Set<Seat>().CountAsync(s => s.From <= today && (s.To == null || today <= s.To), ct);
        var rules = await db.Set<RoundRule>().AsNoTracking().OrderBy(r => r.Code).ToListAsync(ct);
        Rules = [.. rules.Select(r => (r, r.Terms.Threshold is { } part
            ? $"{part.Of(r.Base == RoundBase.Members ? members : seats)} of {(r.Base == RoundBase.Members ? $"{members} {sites.Current.MemberMany}" : $"{seats} filled seats")}{(r.Quorum is { } quorum ? $", {quorum} answering at least" : "")}"
            : "each answers for itself"))];
    }
}
