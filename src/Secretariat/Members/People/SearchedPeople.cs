using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>People by name, address, number and what they are or were. A record that was merged leads to the one that is kept; an erased one is found by nothing.</summary>
public sealed class SearchedPeople : ISearchable
{
    public string Kind => "person";
    public string Heading => "People";

    public Guid? Of(Record saved) => saved switch { Person person => person.Id, Position position => position.Person, _ => null };

    public IQueryable<Guid>? Beside(Db db, Record saved) =>
        saved is Organisation body ? db.Set<Position>().Where(p => p.Organisation == body.Id).Select(p => p.Person).Distinct() : null;

    public IQueryable<Guid> All(Db db) => db.Set<Person>().Where(p => p.EmailKey != "").Select(p => p.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id) && p.EmailKey != "").Select(p => new { p.Id, p.Canonical, p.Name, p.Email, p.Phone }).ToListAsync(ct);
        var positions = (await db.Set<Position>().AsNoTracking().Where(p => ids.Contains(p.Person)).WithOrganisation(db).ToListAsync(ct)).OrderByDescending(p => p.To is null).ThenByDescending(p => p.From).ToLookup(p => p.Person);
        return [.. people.Select(p => new SearchWords(p.Id, p.Name,
            string.Join(" · ", positions[p.Id].Select(h => $"{h.Words}, {h.Organisation}").Prepend(p.Canonical == p.Id ? "" : "merged into another record").Append(p.Email).Append(p.Phone ?? "").Where(w => w.Length > 0)),
            $"/desk/people/{p.Canonical}"))];
    }
}
