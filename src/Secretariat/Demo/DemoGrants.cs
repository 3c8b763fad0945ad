using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Demo;

/// <summary>
/// A pack brings people, never rights. In the demo the sample's secretariat is made staff, its first an administrator too,
/// and the people of sponsors sponsors. Who already had a grant, even a revoked one, is left alone.
/// </summary>
public sealed class DemoGrants(TimeProvider clock) : IPackPart
{
    public int Order => int.MaxValue;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        await Grant(db, Role.Staff, OrganisationKind.Secretariat, report, ct);
        await Grant(db, Role.Sponsor, OrganisationKind.Sponsor, report, ct);
        if (!await db.Set<Grant>().AnyAsync(g => g.Role == Role.Admin, ct) && await First(db, ct) is { } admin) Give(db, admin, Role.Admin, report);
    }

    private async Task Grant(Db db, Role role, OrganisationKind kind, PackReport report, CancellationToken ct)
    {
        var known = db.Set<Grant>().Where(g => g.Role == role).Select(g => g.Person);
        foreach (var person in await People(db, kind).Where(p => !known.Contains(p)).Distinct().ToListAsync(ct)) Give(db, person, role, report);
    }

    private static Task<Guid?> First(Db db, CancellationToken ct)
    {
        var staff = People(db, OrganisationKind.Secretariat);
        return db.Set<Person>().Where(p => staff.Contains(p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
    }

    private static IQueryable<Guid> People(Db db, OrganisationKind kind) =>
        db.Set<Position>().Where(p => db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == kind)).Select(p => p.Person);

    private void Give(Db db, Guid person, Role role, PackReport report)
    {
        db.Add(new Grant { Person = person, Role = role, At = clock.GetUtcNow() });
        report.Add("demo roles");
    }
}
