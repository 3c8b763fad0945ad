using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>Contacts brought up to date: each position that somebody took or left in a period.</summary>
public sealed class ContactsKept(Db db) : IEvidence
{
    public const string Code = "contacts-kept";

    // The plan shows each as a tick; beyond this it says nothing more.
    private const int Most = 1000;

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var changes = await (from position in db.Set<Position>()
                             where (position.From >= first && position.From <= last) || (position.To >= first && position.To <= last)
                             join body in db.Set<Organisation>() on position.Organisation equals body.Id
                             join person in db.Set<Person>() on position.Person equals person.Id
                             orderby position.Id
                             select new { position.From, position.To, position.Kind, Person = person.Id, person.Name, Body = body.ShortName }).Take(Most).ToListAsync(ct);
        var taken = changes.Where(c => c.From >= first && c.From <= last).Select(c => New(c.From, $"{c.Name} became {c.Kind.Words()} of {c.Body}", c.Person));
        var left = changes.Where(c => c.To >= first && c.To <= last).Select(c => New(c.To!.Value, $"{c.Name} was {c.Kind.Words()} of {c.Body} until this day", c.Person));
        return [.. taken.Concat(left).OrderBy(e => e.Date).ThenBy(e => e.Title, StringComparer.Ordinal)];
    }

    private static Evidence New(DateOnly on, string title, Guid person) => new(Code, on, title, $"/desk/people/{person}");
}
