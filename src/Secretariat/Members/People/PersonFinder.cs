using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

/// <summary>What somebody looks for in the list of people; anything left empty is not asked.</summary>
public sealed record PersonFinder(string? Words, string? Organisation, PositionKind? Kind)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Organisation) && Kind is null;

    /// <summary>People by name; those of an organisation or in a position are those on the day.</summary>
    public IQueryable<Person> In(Db db, DateOnly on)
    {
        var people = db.Set<Person>().AsNoTracking().Where(p => p.MergedInto == null);
        if (!string.IsNullOrWhiteSpace(Words))
        {
            var words = Words.Folded();
            people = people.Where(p => p.SortName.Contains(words) || p.EmailKey.Contains(words));
        }
        if (string.IsNullOrWhiteSpace(Organisation) && Kind is null) return people;
        var held = db.Set<Position>().Where(p => p.From <= on && (p.To == null || on <= p.To));
        if (Kind is { } kind) held = held.Where(p => p.Kind == kind);
        if (!string.IsNullOrWhiteSpace(Organisation))
        {
            var (name, code) = (Organisation.Folded(), Organisation.Trim());
            var bodies = db.Set<Organisation>().Where(o => o.Code == code || o.SortName.Contains(name) || o.ShortName.ToLower().Contains(name)).Select(o => o.Id);
            held = held.Where(p => bodies.Contains(p.Organisation));
        }
        // Positions stay with the record that they were entered for, the list has the one that is read.
        return people.Where(p => db.Set<Person>().Any(r => r.Canonical == p.Id && held.Any(h => h.Person == r.Id)));
    }
}
