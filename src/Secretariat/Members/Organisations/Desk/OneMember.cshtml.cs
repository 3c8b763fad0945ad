using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Checks;
using Secretariat.Members.Finding;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Desk;

public sealed record Place(string Code, string Name, DateOnly From, DateOnly? To);

public sealed class OneMemberModel(Db db, Finders finders, Sites sites, TimeProvider clock) : PageModel
{
    private Dictionary<string, string> _themes = [];

    public Organisation Organisation { get; private set; } = null!;
    public Organisation? Parent { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<(HeldPosition Position, string Name)> Now { get; private set; } = [];
    public IReadOnlyList<(HeldPosition Position, string Name)> Others { get; private set; } = [];
    /// <summary>How many of its people looked at their details within a year.</summary>
    public (int People, int Checked) Checks { get; private set; }

    public IReadOnlyList<Place> Groupings { get; private set; } = [];
    public IReadOnlyList<(string Name, string Words)> Districts { get; private set; } = [];

    public string Summary => Organisation.IsMember
        ? $"{Now.Select(n => n.Position.Person).Distinct().Count()} people today{(Groupings.FirstOrDefault(g => g.To is null) is { } g ? $" · stands with {g.Name}" : "")}."
        : Organisation.Kind.Words() + ".";

    public string ThemeName(string code) => _themes.GetValueOrDefault(code, code);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Code == code, ct) is not { } body) return NotFound();
        Organisation = body;
        Today = sites.Today(clock);
        if (body.Parent is { } above) Parent = await db.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Id == above, ct);
        _themes = await db.Set<Theme>().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var positions = await db.Set<Position>().AsNoTracking().Where(p => p.Organisation == body.Id).WithOrganisation(db).ToListAsync(ct);
        var names = await db.Set<Person>().Where(p => db.Set<Position>().Any(h => h.Person == p.Id && h.Organisation == body.Id)).Select(p => new { p.Id, p.Name, p.SortName }).ToDictionaryAsync(p => p.Id, ct);
        Now = [.. positions.Where(p => p.HeldOn(Today)).OrderBy(p => p.Kind).ThenBy(p => names[p.Person].SortName, StringComparer.Ordinal).Select(p => (p, names[p.Person].Name))];
        Checks = await Freshness.Of(db, body.Id, Today, clock.GetUtcNow(), ct);
        Others = [.. positions.Where(p => !p.HeldOn(Today)).OrderByDescending(p => p.To ?? p.From).Select(p => (p, names[p.Person].Name))];
        Groupings = await db.Set<GroupingMember>().Where(m => m.Organisation == body.Id).OrderByDescending(m => m.From)
            .Join(db.Set<Grouping>(), m => m.Grouping, g => g.Id, (m, g) => new Place(g.Code, g.Name, m.From, m.To)).ToListAsync(ct);
        if (body.IsMember) Districts = [.. finders.Current.Places.Of(body.Code).Select(district => (district.Name, HowMuch(district)))];
        return Page();
    }

    private string HowMuch(District district)
    {
        var i = district.Members.ToList().IndexOf(Organisation.Code);
        return district.Relation switch
        {
            Relation.Overlap => "with another member",
            Relation.Split => $"{district.Shares[i]:P0} of it",
            _ => "",
        };
    }
}
