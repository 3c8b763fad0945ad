using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Newsletters;

/// <summary>Somebody asks for the newsletter, and confirms it by the link that only their mailbox gets. What anybody is told is always the same.</summary>
public sealed class SignUp(Db db, LeaveList lists, Postman postman, Sites sites, TimeProvider clock)
{
    public const string List = "newsletter";

    /// <summary>Pressing again fills nobody's mailbox, and typing another's address again and again does not either.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    private const int LettersADay = 3;

    private static readonly Actor Visitor = new(null, "a visitor of the website");

    /// <summary>What stands beside the button, and is kept as what they agreed to.</summary>
    public static string Words(Site site) => $"{site.Name} may send its newsletter, about once a month, to this address. Every letter has a link that ends it at once.";

    public async Task Ask(string? email, string? name, CancellationToken ct, bool invented = false)
    {
        var (address, now) = (EmailAddress.Parse(email), clock.GetUtcNow());
        await db.Write(async () =>
        {
            var known = await db.Set<Subscriber>().SingleOrDefaultAsync(s => s.EmailKey == address.Key, ct);
            if (known?.TypedAt > now - Between || await Lately(address.Key, now, ct) >= LettersADay) return;
            if (known is null) db.Add(known = new Subscriber(address, name, Words(sites.Current), now) { Invented = invented });
            else known.Ask(name, Words(sites.Current), now);
            Letters.Queue(db, clock, new OneLetter(SubscribeLetter.ClassName, "Confirm the newsletter", address.Text) { About = known.Id, Merge = new Dictionary<string, string> { [SubscribeLetter.Subscriber] = $"{known.Id}" } });
            await db.Save(Visitor, "Ask for the newsletter", ct);
        }, ct);
        postman.Poke();
    }

    public async Task Confirm(Guid id, CancellationToken ct)
    {
        var subscriber = await db.Set<Subscriber>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new RuleBroken("This link is not known any more. Ask for the newsletter again, and a new letter comes.");
        subscriber.Confirm(Words(sites.Current), clock.GetUtcNow());
        await db.Save(Actor.Recipient, "Confirm the newsletter", ct);
        // They may have left by another address of theirs, or by another record: whoever has this address comes back. Where two share it,
        // nobody knows which of them confirms, and only the address itself comes back.
        var known = await db.Set<Person>().Where(p => db.Set<Person>().Any(o => o.EmailKey == subscriber.EmailKey && o.Canonical == p.Canonical)).Select(p => new { p.Id, p.Canonical }).ToListAsync(ct);
        var people = known.DistinctBy(p => p.Canonical).Count() == 1 ? known.Select(p => (Guid?)p.Id) : [];
        foreach (var person in people.Append(null))
            if (await lists.HasLeft(person, subscriber.Email, List, ct)) await lists.ComeBack(person, subscriber.Email, List, Actor.Recipient, ct);
    }

    private Task<int> Lately(string key, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-1);
        return db.Set<Batch>().CountAsync(b => b.Class == SubscribeLetter.ClassName && b.At > since && db.Set<Delivery>().Any(d => d.Batch == b.Id && d.AddressKey == key), ct);
    }

    /// <summary>By staff, when somebody asks to be forgotten; that an address has left the list is kept, so that it is obeyed.</summary>
    public Task Forget(IReadOnlyCollection<Guid> subscribers, Actor by, string verb, CancellationToken ct) => db.Write(async () =>
    {
        await Forget(db, await db.Set<Subscriber>().Where(s => subscribers.Contains(s.Id)).ToListAsync(ct), ct);
        await db.Save(by, verb, ct);
        await db.EraseAuditValues(subscribers, ct);
    }, ct);

    /// <summary>With every letter that asked them to confirm and every newsletter: those went to an address and to no person. The caller saves.</summary>
    internal static async Task Forget(Db db, IReadOnlyCollection<Subscriber> gone, CancellationToken ct)
    {
        var keys = gone.Select(s => s.EmailKey).ToList();
        await LedgerPersonalData.Erase(db, db.Set<Delivery>().Where(d => d.Person == null && keys.Contains(d.AddressKey) && db.Set<Batch>().Any(b => b.Id == d.Batch && (b.Class == List || b.Class == SubscribeLetter.ClassName))), ct);
        db.RemoveRange(gone);
    }
}
