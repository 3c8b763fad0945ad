using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>Who gave or signed off a member's figures did so by the position they hold there.</summary>
public sealed class FiguresByPosition : IActsByPosition
{
    public string Words => "figures for the annual report were given by it.";

    public async Task<IReadOnlyList<(Guid Person, Guid Organisation)>> Since(Db db, IReadOnlyCollection<Guid> people, DateTimeOffset since, CancellationToken ct) =>
        (await (from given in db.Set<MemberReturn>()
                where given.WrittenAt >= since || given.SignedAt >= since
                // The form names the record that was read, the position perhaps another one of theirs.
                from acted in db.Set<Person>()
                where acted.Id == given.Writer || acted.Id == given.Signer
                join record in db.Set<Person>() on acted.Canonical equals record.Canonical
                where people.Contains(record.Id)
                select new { record.Id, given.Member }).Distinct().ToListAsync(ct)).ConvertAll(a => (a.Id, a.Member));
}
