using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>How one member or sponsor stands with its places.</summary>
public sealed record AllocationRow(Guid Id, Guid Organisation, string Code, string Name, bool OfMember, int Offered, int GivenBack, int TakenBack, int Named, int CheckedIn)
{
    public int Held => Offered - GivenBack - TakenBack;
    public int Unnamed => Math.Max(0, Held - Named);

    /// <summary>"3 of 4 named, 1 given back"</summary>
    public string Words => string.Join(", ", new[] { $"{Named} of {Held} named", GivenBack > 0 ? $"{GivenBack} given back" : "", TakenBack > 0 ? $"{TakenBack} taken back" : "", CheckedIn > 0 ? $"{CheckedIn} came" : "" }.Where(w => w.Length > 0));

    public static async Task<IReadOnlyList<AllocationRow>> Of(Db db, Guid at, CancellationToken ct) =>
        [.. (await (from allocation in db.Set<Allocation>().AsNoTracking()
                    where allocation.Event == at
                    join body in db.Set<Organisation>() on allocation.Organisation equals body.Id
                    orderby body.SortName, body.Id
                    select new
                    {
                        allocation,
                        body.Code,
                        body.ShortName,
                        body.Kind,
                        Named = db.Set<Ticket>().Count(t => t.Allocation == allocation.Id && t.State == TicketState.Valid),
                        In = db.Set<Ticket>().Count(t => t.Allocation == allocation.Id && t.CheckedInAt != null),
                    }).ToListAsync(ct))
            .Select(r => new AllocationRow(r.allocation.Id, r.allocation.Organisation, r.Code, r.ShortName, r.Kind == OrganisationKind.Member, r.allocation.Offered, r.allocation.GivenBack, r.allocation.TakenBack, r.Named, r.In))
            .OrderBy(r => !r.OfMember)];
}
