using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Publications.My;

/// <summary>Whether somebody belongs to a member today: a sponsor signs in as well, and gets what is public.</summary>
public sealed class OfMembers(Db db, Sites sites, TimeProvider clock)
{
    public Task<bool> Is(Guid person, CancellationToken ct)
    {
        var today = sites.Today(clock);
        return db.Set<Position>().AnyAsync(p => db.RecordsOf(person).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To)
            && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == OrganisationKind.Member), ct);
    }
}
