using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Newsletters;

/// <summary>A subscriber is known by an address alone; whoever has it as theirs is given, and can have erased, what stands under it.</summary>
public sealed class SubscriberPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Subscriber)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["newsletter_asked_for"] = await Of(person).AsNoTracking().Select(s => new { s.Email, s.Name, s.Words, s.AskedAt, s.ConfirmedAt }).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct) => await SignUp.Forget(db, await Of(person).ToListAsync(ct), ct);

    private IQueryable<Subscriber> Of(Guid person) => db.Set<Subscriber>().Where(s => db.Set<Person>().Any(p => p.Id == person && p.EmailKey == s.EmailKey));
}
