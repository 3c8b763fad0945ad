using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>Whoever answered a round for a member did so by a position in it.</summary>
public sealed class AnsweredByPosition : IActsByPosition
{
    public string Words => "a round was answered by it.";

    public async Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct) =>
        (await (from response in db.Set<Response>()
                where response.At >= since
                join elector in db.Set<Elector>() on response.Elector equals elector.Id
                where elector.Organisation != null
                // The answer names the record that was read, the position perhaps another one of theirs.
                join answered in db.Set<Person>() on response.Person equals answered.Id
                join record in db.Set<Person>() on answered.Canonical equals record.Canonical
                where people.Contains(record.Id)
                select new { record.Id, Organisation = elector.Organisation!.Value }).Distinct().ToListAsync(ct)).ConvertAll(a => (a.Id, a.Organisation));
}
