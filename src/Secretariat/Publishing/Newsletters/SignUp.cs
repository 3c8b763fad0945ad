using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
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

    /// <summary>Pressing again fills nobody's mailbox.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    private static readonly Actor Visitor = new(null, "a visitor of the website");

    /// <summary>What stands beside the button, and is kept as what they agreed to.</summary>
    public static string Words(Site site) => $"{site.Name} may send its newsletter, about once a month, to this address. Every letter has a link that ends it at once.";

    public async Task Ask(string? email, string? name, CancellationToken ct, bool invented = false)
    {
        var (address, now) = (EmailAddress.Parse(email), clock.GetUtcNow());
        await db.Write(async () =>
        {
            var known = await db.Set<Subscriber>().SingleOrDefaultAsync(s => s.EmailKey == address.Key, ct);
            if (known?.AskedAt > now - Between) return;
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
        subscriber.Confirm(clock.GetUtcNow());
        await db.Save(Actor.Recipient, "Confirm the newsletter", ct);
        if (await lists.HasLeft(null, subscriber.Email, List, ct)) await lists.ComeBack(null, subscriber.Email, List, Actor.Recipient, ct);
    }

    /// <summary>By staff, when somebody asks to be forgotten; that an address has left the list is kept, so that it is obeyed.</summary>
    public Task Forget(IReadOnlyCollection<Guid> subscribers, Actor by, string verb, CancellationToken ct) => db.Write(async () =>
    {
        db.RemoveRange(await db.Set<Subscriber>().Where(s => subscribers.Contains(s.Id)).ToListAsync(ct));
        await db.Save(by, verb, ct);
        await db.EraseAuditValues(subscribers, ct);
    }, ct);
}
