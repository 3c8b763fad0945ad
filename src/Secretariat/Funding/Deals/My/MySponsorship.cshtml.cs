using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals.My;

/// <summary>A sponsor's own deals that are agreed, what was promised with them and what shows it. It sees nothing else.</summary>
[Right(Rights.SeeSponsorship)]
public sealed class MySponsorshipModel(Db db, Proofs proofs, IEnumerable<IDealEvents> events, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Mine(Deal Of, string Sponsor, DealEvent? Event, IReadOnlyList<BenefitStand> Benefits);

    public IReadOnlyList<Mine> Deals { get; private set; } = [];
    public DateOnly Today => sites.Today(clock);
    public Site Site => sites.Current;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (today, me) = (Today, User.PersonId());
        // What is not agreed is the team's own thinking about them.
        var deals = await db.Set<Deal>().AsNoTracking().Where(d => (d.Stage == DealStage.Agreed || d.Stage == DealStage.Delivered)
            && db.Set<Position>().Any(p => p.Organisation == d.Organisation && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(me).Contains(p.Person)))
            .Join(db.Set<Organisation>().Where(o => o.Kind != OrganisationKind.Member), d => d.Organisation, o => o.Id, (d, o) => new { d, o.Name }).ToListAsync(ct);
        var ids = deals.ConvertAll(d => d.d.Id);
        var benefits = (await proofs.Of(await db.Set<Benefit>().AsNoTracking().Where(b => ids.Contains(b.Deal)).ToListAsync(ct), ct)).ToLookup(b => b.Of.Deal);
        var tied = deals.Select(d => d.d.Event).OfType<Guid>().Distinct().ToList();
        List<DealEvent> at = [];
        foreach (var floor in events) at.AddRange(await floor.Of(tied, ct));
        Deals = [.. deals.OrderBy(d => d.d.AgreedOn).Select(d => new Mine(d.d, d.Name, at.Find(e => e.Id == d.d.Event), [.. benefits[d.d.Id]]))];
    }
}
