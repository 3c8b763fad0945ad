using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Handovers;

/// <summary>Whoever took an enquiry on for a member, or answered it, did so by a position there.</summary>
public sealed class HandoverSettledByPosition : IActsByPosition
{
    public string Words => "an enquiry was taken on by it.";

    public async Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct) =>
        (await (from handover in db.Set<Handover>()
                where handover.At >= since
                join settled in db.Set<Person>() on handover.Settler equals settled.Id
                join record in db.Set<Person>() on settled.Canonical equals record.Canonical
                where people.Contains(record.Id)
                select new { record.Id, Organisation = handover.Member }).Distinct().ToListAsync(ct)).ConvertAll(a => (a.Id, a.Organisation));
}
