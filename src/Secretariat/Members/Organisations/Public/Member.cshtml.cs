using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Areas;
using Secretariat.Members.Finding;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Members.Public;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Public;

/// <summary>One member as the public meets it: where it is, who leads it, which councils it covers.</summary>
[OutputCache(PolicyName = PublicCache.Policy, Tags = [nameof(Organisation), nameof(FinderFile), nameof(Grouping), nameof(GroupingMember), nameof(Person), nameof(Position)])]
public sealed class MemberModel(Db db, Finders finders, Sites sites, TimeProvider clock, IEnumerable<IOnFrontPage> features) : PageModel
{
    public sealed record Leader(PositionKind Kind, string Title, string Name, bool Invented);

    public Organisation Member { get; private set; } = null!;
    public string? GroupingName { get; private set; }
    public bool GroupingInvented { get; private set; }
    public IReadOnlyList<Leader> Leaders { get; private set; } = [];
    public IReadOnlyList<District> Districts { get; private set; } = [];
    public IReadOnlyList<FrontColumn> Latest { get; private set; } = [];
    public AreaShapes Areas => finders.Current.Areas;
    public Site Site => sites.Current;

    public string NameOf(string code) => finders.Current.Finder.NameOf(code);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Member, ct) is not { } member) return await AsWritten(code, ct) is { } other ? RedirectPermanent($"/members/{other}") : NotFound();
        Member = member;
        var today = clock.GetUtcNow().DateIn(Site.Zone);
        var grouping = await db.Set<GroupingMember>().Where(m => m.Organisation == member.Id && m.From <= today && (m.To == null || today <= m.To))
            .Join(db.Set<Grouping>(), m => m.Grouping, g => g.Id, (m, g) => new { g.Name, g.Invented }).FirstOrDefaultAsync(ct);
        (GroupingName, GroupingInvented) = (grouping?.Name, grouping?.Invented == true);
        Leaders = await db.Set<Position>().Where(p => p.Organisation == member.Id && (p.Kind == PositionKind.Chair || p.Kind == PositionKind.ChiefExecutive) && p.From <= today && (p.To == null || today <= p.To))
            .Join(db.Set<Person>(), x => x.Person, r => r.Id, (x, r) => new { x, r.Canonical }).Join(db.Set<Person>(), x => x.Canonical, p => p.Id, (x, p) => new { x.x, p }).OrderBy(row => row.x.Kind).ThenBy(row => row.p.SortName)
            .Select(row => new Leader(row.x.Kind, row.x.Title, row.p.Name, row.p.Invented)).ToListAsync(ct);
        Latest = await FrontColumn.All(features, HttpContext, member.Id, 5, ct);
        Districts = [.. finders.Current.Places.Of(code)];
        return Page();
    }

    // A code that somebody typed in other letters.
    private Task<string?> AsWritten(string code, CancellationToken ct)
    {
        var typed = code.ToUpperInvariant();
        return db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member && o.Code.ToUpper() == typed && o.Code != code).Select(o => o.Code).FirstOrDefaultAsync(ct);
    }
}
