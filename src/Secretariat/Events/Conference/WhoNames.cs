using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Events.Conference;

/// <summary>A body that somebody is of, or acts for somebody of.</summary>
public sealed record Voice(Guid Organisation, PositionKind Kind, bool OfMember);

/// <summary>Who is asked to name a body's people.</summary>
public sealed record Namer(Guid Person, string Name, string Email);

/// <summary>Who says who comes: for a member whoever the kind of event says and their PAs, for a sponsor its own people.</summary>
public static class WhoNames
{
    public static async Task<IReadOnlyList<Voice>> Voices(Db db, Guid person, DateOnly day, CancellationToken ct)
    {
        var voices = (await ActingPas.Voices(db, person, day, ct)).ToList();
        return await Held(db, day).Where(p => voices.Contains(p.Person))
            .Join(db.Set<Organisation>(), p => p.Organisation, o => o.Id, (p, o) => new Voice(o.Id, p.Kind, o.Kind == OrganisationKind.Member)).ToListAsync(ct);
    }

    public static bool MayName(this IReadOnlyList<Voice> voices, EventKind kind, Guid organisation) => voices.Any(v => v.Organisation == organisation && (!v.OfMember || Names(kind, v.Kind)));

    /// <summary>One of each body and whoever acts for them: a chief executive before a Chair, since it is office work.</summary>
    public static async Task<ILookup<Guid, Namer>> Asked(Db db, EventKind kind, IReadOnlyCollection<Guid> bodies, DateOnly day, CancellationToken ct)
    {
        var held = await (from position in Held(db, day)
                          where bodies.Contains(position.Organisation)
                          join body in db.Set<Organisation>() on position.Organisation equals body.Id
                          join record in db.Set<Person>() on position.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where person.EmailKey != ""
                          orderby person.SortName
                          select new { position.Organisation, position.Kind, OfMember = body.Kind == OrganisationKind.Member, person.Id, person.Name, person.Email }).ToListAsync(ct);
        var first = held.Where(h => !h.OfMember || Names(kind, h.Kind)).OrderBy(h => h.Kind != PositionKind.ChiefExecutive).ThenBy(h => h.Kind != PositionKind.Sponsor).DistinctBy(h => h.Organisation).ToList();
        var pas = await ActingPas.For(db, [.. first.Select(f => f.Id)], day, ct);
        return first.SelectMany(f => pas[f.Id].Select(pa => (f.Organisation, Namer: new Namer(pa.Person, pa.Name, pa.Email))).Prepend((f.Organisation, Namer: new Namer(f.Id, f.Name, f.Email))))
            .Distinct().ToLookup(n => n.Organisation, n => n.Namer);
    }

    /// <summary>The people of a body who can be chosen instead of typed.</summary>
    public static async Task<IReadOnlyList<Holder>> People(Db db, Guid organisation, DateOnly day, CancellationToken ct) =>
        [.. (await (from position in Held(db, day)
                    where position.Organisation == organisation
                    join record in db.Set<Person>() on position.Person equals record.Id
                    join person in db.Set<Person>() on record.Canonical equals person.Id
                    where person.EmailKey != ""
                    orderby person.SortName, position.Kind
                    select new { person.Id, person.Name, person.Email, position.Kind, position.Title }).ToListAsync(ct))
            .DistinctBy(p => p.Id).Select(p => new Holder(p.Name, p.Email, p.Title.Length > 0 ? p.Title : p.Kind.Words(), null, p.Id))];

    private static bool Names(EventKind kind, PositionKind position) => kind.NamedBy.Split(',', StringSplitOptions.TrimEntries).Contains(position.Code());

    private static IQueryable<Position> Held(Db db, DateOnly day) => db.Set<Position>().Where(p => p.From <= day && (p.To == null || day <= p.To));
}
