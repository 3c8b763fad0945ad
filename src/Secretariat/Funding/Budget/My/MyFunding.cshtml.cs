using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Income;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Budget.My;

/// <summary>The year's money for members' people: totals by heading, and their own member's commitment. The lines stand in the members' paper.</summary>
public sealed class MyFundingModel(Db db, FundingNow funding, Sites sites, TimeProvider clock) : PageModel
{
    /// <summary>Null for whoever belongs to no member today.</summary>
    public FundingSums? Sums { get; private set; }

    public IReadOnlyList<Commitment> Ours { get; private set; } = [];
    public Site Site => sites.Current;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (today, me) = (sites.Today(clock), User.PersonId());
        // A PA belongs to whom they act for by a position of their own, so positions say it all.
        var mine = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member && db.Set<Position>().Any(p => p.Organisation == o.Id && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(me).Contains(p.Person))).Select(o => o.Id).ToListAsync(ct);
        if (mine.Count == 0) return;
        Sums = await funding.On(today, ct);
        Ours = [.. Sums.Commitments.Members.Where(c => mine.Contains(c.Organisation))];
    }
}
