using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed record PersonLine(Guid Id, string Name, string Email, bool Invented, IReadOnlyList<HeldPosition> Positions);

public sealed class PeopleModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public const int Size = 50;
    private const int CountTo = 1000;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Organisation { get; set; }
    [BindProperty(SupportsGet = true)] public string? Role { get; set; }

    /// <summary>The last person of the page before.</summary>
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public PersonFinder Finder => new(Q, Organisation, Role is null ? null : PackText.Parse<PositionKind>(Role));
    public IReadOnlyList<PersonLine> Rows { get; private set; } = [];
    public bool AllInvented => Rows.Count > 0 && Rows.All(r => r.Invented);
    public Guid? Next { get; private set; }
    public string CountInWords { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var found = Finder.In(db, today);
        var count = await found.OrderBy(p => p.SortName).ThenBy(p => p.Id).Select(p => p.Id).Take(CountTo + 1).CountAsync(ct);
        CountInWords = (count > CountTo ? $"{CountTo:N0}+ people" : count == 1 ? "1 person" : $"{count:N0} people") + (Finder.IsEmpty ? "." : " found.");
        var page = await (await From(found, ct)).OrderBy(p => p.SortName).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Name, p.Email, p.Invented }).Take(Size + 1).ToListAsync(ct);
        if (page.Count > Size) Next = page[Size - 1].Id;
        var ids = page.Take(Size).Select(p => p.Id).ToList();
        var read = await db.Set<Person>().Where(p => ids.Contains(p.Canonical)).ToDictionaryAsync(p => p.Id, p => p.Canonical, ct);
        var records = read.Keys.ToList();
        var positions = (await db.Set<Position>().AsNoTracking().Where(p => records.Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To))
            .WithOrganisation(db).ToListAsync(ct)).ToLookup(p => read[p.Person]);
        Rows = [.. page.Take(Size).Select(p => new PersonLine(p.Id, p.Name, p.Email, p.Invented, [.. positions[p.Id].OrderBy(h => h.Kind)]))];
    }

    public string Address(Guid? after) => QueryHelpers.AddQueryString("/desk/people", new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["organisation"] = Organisation,
        ["role"] = Role,
        ["after"] = after?.ToString(),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    private async Task<IQueryable<Person>> From(IQueryable<Person> found, CancellationToken ct)
    {
        if (After is not { } id || await db.Set<Person>().Where(p => p.Id == id).Select(p => p.SortName).FirstOrDefaultAsync(ct) is not { } name) return found;
        return found.Where(p => p.SortName.CompareTo(name) > 0 || (p.SortName == name && p.Id.CompareTo(id) > 0));
    }
}
