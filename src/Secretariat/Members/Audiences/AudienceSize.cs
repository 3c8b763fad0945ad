using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences;

/// <summary>How many people an audience has, each once and under the first condition that lets them in. One query, however many there are.</summary>
public sealed class AudienceSize(Db db, IEnumerable<IAudienceTerm> terms)
{
    private sealed class Picked
    {
        public int Line { get; init; }
        public Guid Person { get; init; }
    }

    public async Task<IReadOnlyList<(string Reason, int People)>> On(Audience audience, DateOnly on, CancellationToken ct)
    {
        var enough = audience.Lines.Where(l => l.Kind == LineKind.AnyOf).ToList();
        var picked = enough.Select((line, i) => ReadAudience.Narrowed(db, terms, audience.Lines, line, on).Select(id => new Picked { Line = i, Person = id })).Aggregate((a, b) => a.Concat(b));
        var counts = await (from pick in picked
                            join record in db.Set<Person>() on pick.Person equals record.Id
                            where record.EmailKey != ""
                            group pick.Line by pick.Person into person
                            select new { person.Key, Line = person.Min() } into first
                            group first by first.Line into line
                            select new { Line = line.Key, People = line.Count() }).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.Line).Select(c => (ReadAudience.TermOf(terms, enough[c.Line]).Reason(enough[c.Line].Value), c.People))];
    }
}
