using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual;

/// <summary>The report as it would go out now: what members signed off, and nothing else of them.</summary>
public sealed class GatherAnnual(Db db, Sites sites)
{
    public async Task<AnnualContent> Of(AnnualReport report, CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Place).ThenBy(i => i.Code).ToListAsync(ct);
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).ThenBy(o => o.Id).ToListAsync(ct);
        var signed = await db.Set<MemberReturn>().AsNoTracking().Where(r => r.Report == report.Id && r.State == ReturnState.SignedOff).ToDictionaryAsync(r => r.Member, ct);
        var zone = sites.Current.Zone;
        return new(report.Year, report.Title, report.Introduction, report.Source,
            [.. indicators.Select(i => new AnnualIndicator(i.Code, i.Name, i.Unit, i.Means, i.Invented))],
            [.. members.Where(m => signed.ContainsKey(m.Id)).Select(m => (m, r: signed[m.Id])).Select(x => new AnnualMember(x.m.Code, x.m.Name, x.m.ShortName, x.r.Story, x.r.Given, x.r.SignedAs ?? "", x.r.SignedAt!.Value.DateIn(zone)))],
            [.. members.Where(m => !signed.ContainsKey(m.Id)).Select(m => new AnnualName(m.Code, m.Name, m.ShortName))], report.Invented);
    }
}
