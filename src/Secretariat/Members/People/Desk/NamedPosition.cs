using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People.Desk;

/// <summary>A position as a heading: "Sajid Zaman, Chair of Black Country".</summary>
public sealed record NamedPosition(Guid Id, Guid Person, string Name, string Kind, string Organisation)
{
    public static async Task<NamedPosition> Of(Db db, Position position, CancellationToken ct)
    {
        var name = await db.Set<Person>().Where(p => p.Id == position.Person).Select(p => p.Name).SingleAsync(ct);
        var body = await db.Set<Organisation>().Where(o => o.Id == position.Organisation).Select(o => o.Name).SingleAsync(ct);
        return new(position.Id, position.Person, name, position.Kind.Words(), body);
    }
}
