using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Who took part in a contact, promised something, looks after an organisation or said to whom a member talks. That it happened stays.</summary>
public sealed class EngagementPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(EngagementPerson), typeof(Promise), typeof(Relationship), typeof(MemberTalk)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["contacts_taken_part_in"] = await (from there in db.Set<EngagementPerson>()
                                            where there.Person == person
                                            join engagement in db.Set<Engagement>() on there.Engagement equals engagement.Id
                                            join body in db.Set<Organisation>() on engagement.Organisation equals body.Id
                                            orderby engagement.On
                                            select new { With = body.Name, engagement.On, there.Capacity, engagement.Said }).ToListAsync(ct),
        ["promises"] = await db.Set<Promise>().AsNoTracking().Where(p => p.Person == person).OrderBy(p => p.MadeAt).Select(p => new { p.What, p.Due, p.Because, End = p.End == null ? null : p.End.ToString(), p.Outcome }).ToListAsync(ct),
        ["looks_after"] = await db.Set<Relationship>().Where(r => r.Owner == person).Join(db.Set<Organisation>(), r => r.Organisation, o => o.Id, (_, o) => o.Name).OrderBy(n => n).ToListAsync(ct),
        ["talks_reported"] = await db.Set<MemberTalk>().AsNoTracking().Where(t => t.Person == person).OrderBy(t => t.At).Select(t => new { t.About, t.Who, t.Last, t.At }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var there in await db.Set<EngagementPerson>().Where(p => p.Person == person).ToListAsync(ct)) there.Forget();
        foreach (var promise in await db.Set<Promise>().Where(p => p.Person == person).ToListAsync(ct)) promise.Forget();
        foreach (var relationship in await db.Set<Relationship>().Where(r => r.Owner == person).ToListAsync(ct)) relationship.Forget();
        foreach (var talk in await db.Set<MemberTalk>().Where(t => t.Person == person).ToListAsync(ct)) talk.Forget();
    }
}
