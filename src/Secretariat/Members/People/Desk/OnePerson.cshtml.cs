using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Checks;
using Secretariat.Members.Consent;
using Secretariat.Members.Groupings;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed record SeatLine(string Code, string Name, DateOnly From, DateOnly? To);

public sealed class OnePersonModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int LettersAtOnce = 30;
    private Dictionary<Guid, string> _names = [];
    private Dictionary<string, string> _themes = [];

    public Person Person { get; private set; } = null!;
    public KnownPerson? MergedInto { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<HeldPosition> Positions { get; private set; } = [];
    public IReadOnlyList<SeatLine> Seats { get; private set; } = [];
    public IReadOnlyList<LetterLine> Letters { get; private set; } = [];
    public Guid? OlderLetters { get; private set; }
    public IReadOnlyList<Unsubscription> Left { get; private set; } = [];
    public IReadOnlyList<string> SharesWith { get; private set; } = [];
    public StoppedAddress? Stopped { get; private set; }

    /// <summary>When their details were last right or put right; null when never.</summary>
    public DetailsCheck? LastChecked { get; private set; }

    /// <summary>A correction of theirs that waits.</summary>
    public Guid? Corrects { get; private set; }

    /// <summary>Records that are read as this one.</summary>
    public IReadOnlyList<KnownPerson> Merged { get; private set; } = [];

    public string Summary => Positions.Where(p => p.HeldOn(Today)).ToList() is { Count: > 0 } held
        ? string.Join(" · ", held.Select(p => $"{p.Words}, {p.Organisation}"))
        : "No position today.";

    /// <summary>What the title does not say already: the kind of position, and its themes.</summary>
    public string Beneath(HeldPosition position)
    {
        List<string> words = string.Equals(position.Words, position.Kind.Words(), StringComparison.OrdinalIgnoreCase) ? [] : [position.Kind.Words()];
        if (position.Themes.Count > 0) words.Add(string.Join(", ", position.Themes.Select(t => _themes.GetValueOrDefault(t, t))));
        return string.Join(" · ", words);
    }

    public string NameOf(Guid person) => _names.GetValueOrDefault(person, "somebody who is gone");

    /// <param name="before">Letters older than this one.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? before, CancellationToken ct)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person) return NotFound();
        Person = person;
        Today = sites.Today(clock);
        Positions = [.. (await db.Set<Position>().AsNoTracking().Where(p => p.Person == id || db.RecordsOf(id).Contains(p.Person)).WithOrganisation(db).ToListAsync(ct))
            .OrderByDescending(p => p.HeldOn(Today)).ThenByDescending(p => p.From)];
        Seats = await db.Set<Seat>().Where(s => s.Person == id || db.RecordsOf(id).Contains(s.Person)).OrderByDescending(s => s.From)
            .Join(db.Set<Grouping>(), s => s.Grouping, g => g.Id, (s, g) => new SeatLine(g.Code, g.Name, s.From, s.To)).ToListAsync(ct);
        Left = await db.Set<Unsubscription>().AsNoTracking().Where(u => u.Person == id || (person.EmailKey != "" && u.AddressKey == person.EmailKey)
            || db.Set<Person>().Any(p => p.Canonical == id && (p.Id == u.Person || (p.EmailKey != "" && p.EmailKey == u.AddressKey)))).OrderBy(u => u.At).ToListAsync(ct);
        if (person.EmailKey.Length > 0) Stopped = await LedgerQuestions.Stopped(db, person.EmailKey, ct);
        Merged = await db.Set<Person>().Where(p => p.Canonical == id && p.Id != id).OrderBy(p => p.SortName).Select(p => new KnownPerson(p.Id, p.Name, p.Email)).ToListAsync(ct);
        LastChecked = await Freshness.Last(db, id, ct);
        Corrects = await db.Set<DetailsCheck>().Where(c => c.SettledAt == null && db.SameAs(id).Contains(c.Person)).OrderBy(c => c.At).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        await LoadLetters(before, ct);
        await LoadNames(ct);
        return Page();
    }

    /// <summary>They said so on the telephone, or across a table.</summary>
    public async Task<IActionResult> OnPostCheckedAsync(Guid id, [FromServices] AnswerCheck verb, CancellationToken ct)
    {
        if (await db.Set<Person>().Where(p => p.Id == id && p.EmailKey != "").Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) is not { } person) return NotFound();
        await verb.Right([person], CheckWay.Staff, User.Actor(), clock.GetUtcNow(), ct);
        this.Say("Written down: their details are right today.");
        return Redirect($"/desk/people/{person}");
    }

    private async Task LoadLetters(Guid? before, CancellationToken ct)
    {
        var letters = await LettersTo.Person(db, Person.Id, before, LettersAtOnce + 1, ct);
        if (letters.Count > LettersAtOnce) OlderLetters = letters[LettersAtOnce - 1].Id;
        Letters = [.. letters.Take(LettersAtOnce)];
    }

    private async Task LoadNames(CancellationToken ct)
    {
        var others = Positions.SelectMany(p => p.ActsFor).ToHashSet();
        if (Person.MergedInto is { } into) others.Add(into);
        _names = await db.Set<Person>().Where(p => others.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        if (Person.MergedInto is { } now) MergedInto = new KnownPerson(now, NameOf(now), "");
        _themes = await db.Set<Theme>().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        if (Person.EmailKey.Length > 0)
            SharesWith = await db.Set<Person>().Where(p => p.EmailKey == Person.EmailKey && p.Id != Person.Id && p.MergedInto == null).OrderBy(p => p.SortName).Select(p => p.Name).ToListAsync(ct);
    }
}
