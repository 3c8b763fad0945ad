using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Access;

/// <summary>The roles somebody has today: those of their positions and those granted.</summary>
public sealed class RolesNow(IWhoIs people, Db db, TimeProvider clock, Sites sites)
{
    public async Task<IReadOnlySet<Role>> Of(Guid person, CancellationToken ct)
    {
        var roles = new HashSet<Role>(await people.RolesOn(person, clock.GetUtcNow().DateIn(sites.Current.Zone), ct));
        var records = await people.Records(person, ct);
        roles.UnionWith(await db.Set<Grant>().Where(g => records.Contains(g.Person) && g.RevokedAt == null).Select(g => g.Role).ToListAsync(ct));
        return roles;
    }
}
