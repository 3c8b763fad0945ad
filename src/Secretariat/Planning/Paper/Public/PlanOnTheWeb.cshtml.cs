using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Road;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Paper.Public;

/// <summary>The plan's web version: what is promised and the total of its costs. A draft that has not gone to the members is not here.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Plan), nameof(Pillar), nameof(Outcome), nameof(PlanCost), nameof(PlanStep), nameof(BesideConfirmation), nameof(Round), nameof(RoundVersion), nameof(Decision), nameof(Disposition)])]
public sealed class PlanOnTheWebModel(Db db, Standings standings, Papers papers, PutToMembers words, Sites sites, TimeProvider clock) : PageModel
{
    public PlanOnItsRoad? Shown { get; private set; }
    public string Html { get; private set; } = "";

    /// <summary>The plan moved on after the members confirmed it.</summary>
    public bool HasChanged { get; private set; }

    public Site Site => sites.Current;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var shared = (await Shared.Plans(db, standings, Site.Zone, ct)).Where(p => p.IsShared).ToList();
        Shown = shared.FirstOrDefault(p => p.Plan.First <= today) ?? shared.LastOrDefault();
        if (Shown is null) return;
        var paper = await papers.Of(Shown.Plan, ct);
        Html = await papers.Html(paper.WithoutStatements(await words.All(ct)), withCosts: false);
        HasChanged = await PlanOnItsRoad.HasChanged(db, Shown.Plan, Shown.Road.Select(s => s.Step), paper, ct);
    }
}
