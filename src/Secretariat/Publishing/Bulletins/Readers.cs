using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Consent;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Newsletters;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Who the bulletin is for on a day: each person once, with the reason, the members they stand for, and why those left out are.</summary>
public sealed class Readers(Db db, ReadAudience audiences)
{
    /// <summary>The list that people may leave, and the class of its letters.</summary>
    public const string List = "bulletin";

    /// <summary>From one look at the database: a position that ends meanwhile is there for all questions or for none.</summary>
    public Task<IReadOnlyList<Reader>> On(DateOnly day, CancellationToken ct, EditionKind kind = EditionKind.Bulletin) => db.Look<IReadOnlyList<Reader>>(async () =>
    {
        var audience = await db.Set<Audience>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == Audience.AllMembers, ct)
            ?? new Audience(Audience.AllMembers, "People with a current position in a member", new AudienceLine(LineKind.AnyOf, "position-in-member"));
        var chosen = await audiences.On(audience, day, ListOf(kind), ct);
        var stands = await Positions(day, ct);
        List<Reader> people = [.. chosen.Select(c => new Reader(c.Person, c.Name, c.Address, Why(stands[c.Person], c.Reason), [.. stands[c.Person].Select(p => p.Member).Distinct()], c.LeftOut))];
        return kind == EditionKind.Bulletin ? people : [.. people, .. await Subscribers(people, ct)];
    }, ct);

    /// <summary>The same, asking the ledger too whose address takes nothing more: what a send on that day would do.</summary>
    public Task<IReadOnlyList<Reader>> Expected(DateOnly day, CancellationToken ct, EditionKind kind = EditionKind.Bulletin) => db.Look<IReadOnlyList<Reader>>(async () =>
    {
        var all = await On(day, ct, kind);
        var keys = all.Where(r => r.Gets).Select(r => r.Address).Distinct().ToDictionary(a => a, a => EmailAddress.TryParse(a)?.Key);
        var stopped = await Suppressions.Among(db, [.. keys.Values.OfType<string>().Distinct()], ListOf(kind), Priority.Outward, ct);
        return [.. all.Select(r => !r.Gets ? r : keys[r.Address] is not { } key ? r with { LeftOut = Sentences.NotAnAddress(r.Address) } : stopped.TryGetValue(key, out var why) ? r with { LeftOut = why } : r)];
    }, ct);

    public static string ListOf(EditionKind kind) => kind == EditionKind.Newsletter ? SignUp.List : List;

    // Outside the members: who confirmed that they want it, has not left since, and does not get it already.
    private async Task<IEnumerable<Reader>> Subscribers(IReadOnlyList<Reader> people, CancellationToken ct)
    {
        var gone = await Unsubscribed.From(db, SignUp.List, ct);
        // Whoever is left out as a person for another reason than having left asked for it as everybody may.
        var there = people.Select(p => (Reader: p, EmailAddress.TryParse(p.Address)?.Key)).Where(p => p.Key is not null && (p.Reader.Gets || gone.Sentence(p.Reader.Person ?? Guid.Empty, p.Key) is not null)).Select(p => p.Key).ToHashSet();
        var subscribers = await db.Set<Subscriber>().AsNoTracking().Where(s => s.ConfirmedAt != null).OrderBy(s => s.EmailKey).Select(s => new { s.Email, s.EmailKey, s.Name }).ToListAsync(ct);
        return subscribers.Where(s => !there.Contains(s.EmailKey)).Select(s => new Reader(null, s.Name ?? "reader", s.Email, "you asked for it on our website", [], gone.Sentence(Guid.Empty, s.EmailKey)));
    }

    private async Task<ILookup<Guid, Stand>> Positions(DateOnly day, CancellationToken ct) => (await (
        from position in db.Set<Position>()
        where position.From <= day && (position.To == null || day <= position.To)
        join person in db.Set<Person>() on position.Person equals person.Id
        join member in db.Set<Organisation>() on position.Organisation equals member.Id
        where member.Kind == OrganisationKind.Member
        orderby position.From, position.Id
        select new Stand(person.Canonical, position.Title, member.Id, member.ShortName)).ToListAsync(ct)).ToLookup(p => p.Person);

    private static string Why(IEnumerable<Stand> stands, string reason)
    {
        var held = stands.Select(p => p.Title.Length == 0 ? $"at {p.Of}" : $"{p.Title} at {p.Of}").Distinct().ToList();
        return held.Count == 0 ? $"you have {reason}" : $"you are {string.Join(" and ", held)}";
    }

    private sealed record Stand(Guid Person, string Title, Guid Member, string Of);
}

/// <param name="Why">Completes "You get this because …".</param>
/// <param name="LeftOut">Why they get none, as a sentence; null for those who do.</param>
public sealed record Reader(Guid? Person, string Name, string Address, string Why, IReadOnlyList<Guid> Members, string? LeftOut)
{
    public bool Gets => LeftOut is null;
}
