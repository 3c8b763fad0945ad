using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>What the plan counts: contacts that were logged, by the kind of organisation they were with.</summary>
public sealed class EngagementsLogged(Db db) : IEvidence
{
    public IReadOnlyCollection<string> Codes => [CountsAs.Bro, CountsAs.ThirdParty];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var found = await (from engagement in db.Set<Engagement>().AsNoTracking()
                           where engagement.TakenBack == null && engagement.On >= first && engagement.On <= last
                           join body in db.Set<Organisation>() on engagement.Organisation equals body.Id
                           orderby engagement.On, engagement.Id
                           select new
                           {
                               engagement.Id,
                               engagement.On,
                               engagement.Theme,
                               body.Kind,
                               body.ShortName,
                               Chairs = db.Set<EngagementPerson>().Count(p => p.Engagement == engagement.Id && p.Ours && p.Capacity.StartsWith("Chair")),
                           }).ToListAsync(ct);
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        return [.. found.Where(e => e.Kind.Code() is not null).Select(e => new Evidence(e.Kind.Code()!, e.On,
            string.Join(" · ", new[] { e.ShortName, e.Chairs > 0 ? "with a Chair on the Board" : "", e.Theme is { } theme ? themes.GetValueOrDefault(theme, theme) : "" }.Where(w => w.Length > 0)), $"/desk/influence/engagements/{e.Id}"))];
    }
}
