using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media.Desk;

/// <summary>Who speaks to the media on which theme.</summary>
public sealed class SpeakersListModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(Guid Person, string Name, string Member, string? Phone, IReadOnlyList<string> Themes, string? RecordedBy);

    public sealed record Match(Guid Person, string Name, string Role);

    private const int Most = 20;

    [BindProperty(SupportsGet = true)] public string? Find { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>People of members with what was looked for in their name, to record what they speak on.</summary>
    public IReadOnlyList<Match> Matches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var held = from position in db.Set<Position>().AsNoTracking()
                   where position.From <= today && (position.To == null || today <= position.To) && position.Kind != PositionKind.Pa
                   join body in db.Set<Organisation>() on position.Organisation equals body.Id
                   where body.Kind == OrganisationKind.Member
                   join record in db.Set<Person>() on position.Person equals record.Id
                   join person in db.Set<Person>() on record.Canonical equals person.Id
                   select new { person.Id, person.Name, person.SortName, person.Phone, position.Kind, body.ShortName };
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var said = (await db.Set<SpeaksOn>().AsNoTracking().Join(db.Set<Person>(), s => s.Person, r => r.Id, (s, r) => new { r.Canonical, s }).ToListAsync(ct)).Where(x => x.s.Themes.Count > 0).ToLookup(x => x.Canonical, x => x.s);
        var speakers = said.Select(s => s.Key).ToList();
        Rows = [.. (await held.Where(h => speakers.Contains(h.Id)).OrderBy(h => h.SortName).ToListAsync(ct)).DistinctBy(h => h.Id)
            .Select(h => new Row(h.Id, h.Name, h.ShortName, h.Phone, [.. said[h.Id].SelectMany(s => s.Themes).Distinct().Select(t => themes.GetValueOrDefault(t, t))], said[h.Id].Select(s => s.RecordedBy).FirstOrDefault(by => by is not null)))];
        if (Find?.Folded() is { Length: > 1 } words)
            Matches = [.. (await held.Where(h => h.SortName.Contains(words)).OrderBy(h => h.SortName).Take(Most).ToListAsync(ct)).DistinctBy(h => h.Id).Select(h => new Match(h.Id, h.Name, $"{h.Kind.Words()}, {h.ShortName}"))];
    }
}
