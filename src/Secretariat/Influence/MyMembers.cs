using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Influence;

/// <summary>For which members somebody speaks here: those in which they hold a position today.</summary>
public static class MyMembers
{
    public static Task<List<Organisation>> Of(Db db, Guid? person, DateOnly today, CancellationToken ct) =>
        db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member
            && db.Set<Position>().Any(p => p.Organisation == o.Id && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(person).Contains(p.Person))).OrderBy(o => o.SortName).ToListAsync(ct);
}
