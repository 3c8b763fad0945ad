using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Members.Consent;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.My;

/// <param name="Code">Of the member.</param>
public sealed record House(string Name, string Code, IReadOnlyList<(string Name, string Words, bool Invented)> People)
{
    public bool AllInvented => People.All(p => p.Invented);
}

/// <summary>What a member's person sees of themselves: every query starts from who is signed in.</summary>
public sealed class MineModel(Db db, OpenAsks open, IEnumerable<IWhatIsOn> features, Sites sites, TimeProvider clock) : PageModel
{
    private const int LettersShown = 15, OnShown = 8;
    private Dictionary<Guid, string> _names = [];

    public Person Me { get; private set; } = null!;
    public IReadOnlyList<HeldPosition> Positions { get; private set; } = [];
    public IReadOnlyList<string> Seats { get; private set; } = [];
    public IReadOnlyList<string> Left { get; private set; } = [];
    public IReadOnlyList<House> Houses { get; private set; } = [];
    public IReadOnlyList<Ask> Asks { get; private set; } = [];
    public IReadOnlyList<OnLine> On { get; private set; } = [];
    public IReadOnlyList<LetterLine> Letters { get; private set; } = [];

    public string Summary => Positions.Count == 0 ? "You are known to the network." : string.Join(" · ", Positions.Select(p => $"{p.Words}, {p.Organisation}"));

    public string NameOf(Guid person) => _names.GetValueOrDefault(person, "somebody who has left");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var me = User.PersonId();
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == me, ct) is not { } person) return NotFound();
        Me = person;
        var today = sites.Today(clock);
        var held = db.Set<Position>().AsNoTracking().Where(p => p.From <= today && (p.To == null || today <= p.To));
        Positions = [.. (await held.Where(p => db.RecordsOf(me).Contains(p.Person)).WithOrganisation(db).ToListAsync(ct)).OrderBy(p => p.Kind)];
        var actedFor = Positions.SelectMany(p => p.ActsFor).ToList();
        _names = await db.Set<Person>().Where(p => actedFor.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Seats = await db.Set<Seat>().Where(s => db.RecordsOf(me).Contains(s.Person) && s.From <= today && (s.To == null || today <= s.To))
            .Join(db.Set<Grouping>(), s => s.Grouping, g => g.Id, (s, g) => g.Name).ToListAsync(ct);
        Left = await db.Set<Unsubscription>().Where(u => u.Person != null && db.RecordsOf(me).Contains(u.Person.Value) && u.CameBackAt == null).Select(u => u.List).Distinct().OrderBy(l => l).ToListAsync(ct);
        Houses = await MyHouses(held, me!.Value, ct);
        Asks = await open.Of(me.Value, clock.GetUtcNow(), ct);
        List<OnLine> on = [];
        foreach (var feature in features) on.AddRange(await feature.For(me.Value, today, OnShown, ct));
        On = [.. on.OrderBy(l => l.Day).ThenBy(l => l.What, StringComparer.Ordinal).Take(OnShown)];
        Letters = await LettersTo.Person(db, me.Value, null, LettersShown, ct);
        return Page();
    }

    /// <summary>The people of the members that this person belongs to; another organisation's people are not theirs to see.</summary>
    private async Task<IReadOnlyList<House>> MyHouses(IQueryable<Position> held, Guid me, CancellationToken ct)
    {
        var rows = await (from position in held
                          join body in db.Set<Organisation>() on position.Organisation equals body.Id
                          join record in db.Set<Person>() on position.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where body.Kind == OrganisationKind.Member && held.Any(mine => db.RecordsOf(me).Contains(mine.Person) && mine.Organisation == body.Id)
                          select new { Body = body.Name, body.Code, position.Kind, position.Title, person.Name, person.SortName, person.Invented }).ToListAsync(ct);
        return [.. rows.GroupBy(r => (r.Body, r.Code)).OrderBy(g => g.Key.Body, StringComparer.Ordinal).Select(g => new House(g.Key.Body, g.Key.Code,
            [.. g.OrderBy(r => r.Kind).ThenBy(r => r.SortName, StringComparer.Ordinal).Select(r => (r.Name, r.Title.Length > 0 ? r.Title : r.Kind.Words(), r.Invented))]))];
    }
}
