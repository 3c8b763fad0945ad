using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Contacts by organisation, who was there, what was said and what was promised.</summary>
public sealed class SearchedEngagements : ISearchable
{
    public string Kind => "engagement";
    public string Heading => "Engagements";

    public Guid? Of(Record saved) => saved switch { Engagement e => e.Id, EngagementPerson p => p.Engagement, Promise p => p.Engagement, _ => null };

    public IQueryable<Guid>? Beside(Db db, Record saved) => saved is Organisation body ? db.Set<Engagement>().Where(e => e.Organisation == body.Id).Select(e => e.Id) : null;

    public IQueryable<Guid> All(Db db) => db.Set<Engagement>().Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = await db.Set<Engagement>().AsNoTracking().Where(e => ids.Contains(e.Id)).Join(db.Set<Organisation>(), e => e.Organisation, o => o.Id, (e, o) => new { e, o.Name }).ToListAsync(ct);
        var people = (await db.Set<EngagementPerson>().AsNoTracking().Where(p => ids.Contains(p.Engagement)).Select(p => new { p.Engagement, p.Name }).ToListAsync(ct)).ToLookup(p => p.Engagement, p => p.Name);
        var promises = (await db.Set<Promise>().AsNoTracking().Where(p => ids.Contains(p.Engagement)).Select(p => new { p.Engagement, p.What }).ToListAsync(ct)).ToLookup(p => p.Engagement, p => p.What);
        return [.. found.Select(x => new SearchWords(x.e.Id, $"Contact with {x.Name}{(x.e.TakenBack is null ? "" : " (taken back)")}",
            string.Join(" · ", new[] { x.e.Said }.Concat(people[x.e.Id]).Concat(promises[x.e.Id])), $"/desk/influence/engagements/{x.e.Id}", x.e.On))];
    }
}
