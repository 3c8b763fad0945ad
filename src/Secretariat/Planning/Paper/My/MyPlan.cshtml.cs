using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Paper.My;

/// <summary>The members' paper for people of members. Whoever belongs to none, such as a sponsor, is shown the web version.</summary>
public sealed class MyPlanModel(Db db, Standings standings, Papers papers, Sites sites, TimeProvider clock) : PageModel
{
    public PlanChoice Choice { get; private set; } = null!;
    public string Html { get; private set; } = "";
    public IReadOnlyList<StepStanding> Road { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken ct)
    {
        var (me, today) = (User.PersonId()!.Value, sites.Today(clock));
        var ofMember = db.Set<Position>().Where(p => db.RecordsOf(me).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To)
            && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == OrganisationKind.Member));
        if (!await ofMember.AnyAsync(ct)) return Redirect("/plan");
        var all = await Shared.Plans(db, standings, sites.Current.Zone, ct);
        var shown = all.Where(p => p.IsShared).ToList();
        var chosen = year is null ? shown.FirstOrDefault(p => p.Plan.First <= today) ?? shown.LastOrDefault() : shown.FirstOrDefault(p => p.Plan.Year.Code == year);
        if (chosen is null && year is not null) return NotFound();
        Choice = new PlanChoice(chosen?.Plan, [.. shown.Select(s => s.Plan)]);
        if (chosen is null) return Page();
        Road = chosen.Road;
        Html = await papers.Html(await papers.Of(chosen.Plan, ct), withCosts: true);
        return Page();
    }
}
