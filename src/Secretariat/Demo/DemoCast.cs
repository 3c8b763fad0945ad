using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Demo;

/// <summary>Finds somebody of the sample cast who has a role on the demo's date: always the same one.</summary>
public sealed class DemoCast(Db db, TimeProvider clock, Sites sites)
{
    public async Task<KnownPerson?> Find(Role role, string? member, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DateIn(sites.Current.Zone);
        var holders = role switch
        {
            Role.Admin or Role.Staff or Role.Sponsor => Granted(role),
            Role.Board => db.Set<Seat>().Where(s => s.From <= today && (s.To == null || today <= s.To)).Select(s => s.Person),
            _ => Holding(Enum.Parse<PositionKind>(role.ToString()), today),
        };
        if (member is not null)
            holders = holders.Where(h => db.Set<Position>().Any(p => p.Person == h && p.From <= today && (p.To == null || today <= p.To)
                && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Code == member)));
        return await db.Set<Person>().AsNoTracking().Where(p => holders.Contains(p.Id) && p.MergedInto == null)
            .OrderBy(p => p.SortName).ThenBy(p => p.Id).Select(p => new KnownPerson(p.Id, p.Name, p.Email)).FirstOrDefaultAsync(ct);
    }

    private IQueryable<Guid> Holding(PositionKind kind, DateOnly today) =>
        db.Set<Position>().Where(p => p.Kind == kind && p.From <= today && (p.To == null || today <= p.To)).Select(p => p.Person);

    private IQueryable<Guid> Granted(Role role)
    {
        var granted = db.Set<Grant>().Where(g => g.RevokedAt == null);
        // As staff one should see what staff see: not the administrator, who is staff besides.
        var admins = granted.Where(g => g.Role == Role.Admin).Select(g => g.Person);
        return granted.Where(g => g.Role == role && (role == Role.Admin || !admins.Contains(g.Person))).Select(g => g.Person);
    }
}
