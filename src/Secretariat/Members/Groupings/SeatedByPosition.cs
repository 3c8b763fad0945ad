using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Groupings;

/// <summary>Whoever has a seat on the Board has it as the Chair of a member of that grouping.</summary>
public sealed class SeatedByPosition(Sites sites) : IActsByPosition
{
    public string Words => "they have a seat on the Board by it.";

    public async Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct)
    {
        var day = since.DateIn(sites.Current.Zone);
        return (await (from seat in db.Set<Seat>()
                       where seat.To == null || seat.To >= day
                       join member in db.Set<GroupingMember>() on seat.Grouping equals member.Grouping
                       join seated in db.Set<Person>() on seat.Person equals seated.Id
                       join record in db.Set<Person>() on seated.Canonical equals record.Canonical
                       where people.Contains(record.Id)
                       select new { record.Id, member.Organisation }).Distinct().ToListAsync(ct)).ConvertAll(s => (s.Id, s.Organisation));
    }
}
