using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Questions;

/// <param name="Record">The record that holds the position; somebody may have been merged since.</param>
public sealed record ThemeOfficer(string Theme, Guid Record, Guid Person, string Name, string Email, Guid Member, string MemberName, string Code);

/// <summary>Who works on a theme at a member on a day, by the position they hold there.</summary>
public static class ThemeOfficers
{
    public static async Task<IReadOnlyList<ThemeOfficer>> On(Db db, IReadOnlyCollection<string> themes, DateOnly day, Guid? of, CancellationToken ct)
    {
        var held = await (from position in db.Set<Position>().AsNoTracking()
                          where (position.Kind == PositionKind.Officer || position.Kind == PositionKind.Press) && position.From <= day && (position.To == null || day <= position.To)
                          join body in db.Set<Organisation>() on position.Organisation equals body.Id
                          where body.Kind == OrganisationKind.Member
                          join record in db.Set<Person>() on position.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where person.EmailKey != "" && (of == null || db.Set<Person>().Any(o => o.Id == of && o.Canonical == person.Id))
                          orderby body.SortName, person.SortName
                          select new { position.Themes, Record = record.Id, person.Id, person.Name, person.Email, Member = body.Id, body.ShortName, body.Code }).ToListAsync(ct);
        return [.. held.SelectMany(h => h.Themes.Where(themes.Contains).Select(t => new ThemeOfficer(t, h.Record, h.Id, h.Name, h.Email, h.Member, h.ShortName, h.Code)))];
    }
}
