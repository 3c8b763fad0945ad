using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Groupings.Desk;

public sealed record Term(Guid Person, string Name, DateOnly From, DateOnly? To);

public sealed record Belonging(string Code, string Name, DateOnly From, DateOnly? To);

public sealed class OneGroupingModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public Grouping Grouping { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<Term> Seats { get; private set; } = [];
    public IReadOnlyList<Belonging> Now { get; private set; } = [];
    public IReadOnlyList<Belonging> Before { get; private set; } = [];

    public Term? Holder => Seats.FirstOrDefault(s => s.From <= Today && (s.To is null || Today <= s.To));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Set<Grouping>().AsNoTracking().FirstOrDefaultAsync(g => g.Code == code, ct) is not { } grouping) return NotFound();
        Grouping = grouping;
        Today = sites.Today(clock);
        Seats = await db.Set<Seat>().Where(s => s.Grouping == grouping.Id).OrderByDescending(s => s.From)
            .Join(db.Set<Person>(), s => s.Person, p => p.Id, (s, p) => new Term(p.Id, p.Name, s.From, s.To)).ToListAsync(ct);
        var places = await db.Set<GroupingMember>().Where(m => m.Grouping == grouping.Id)
            .Join(db.Set<Organisation>(), m => m.Organisation, o => o.Id, (m, o) => new { m.From, m.To, o.Code, o.Name, o.SortName }).OrderBy(p => p.SortName).ToListAsync(ct);
        var all = places.Select(p => new Belonging(p.Code, p.Name, p.From, p.To)).ToList();
        Now = [.. all.Where(p => p.To is null || p.To >= Today)];
        Before = [.. all.Where(p => p.To < Today)];
        return Page();
    }
}
