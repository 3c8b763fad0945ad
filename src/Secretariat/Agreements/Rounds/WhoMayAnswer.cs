using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <param name="Capacity">"Chair", "chief executive", "PA, for Greta Sandpiper, Chair".</param>
/// <param name="For">For a PA: the person acted for, who is told what was answered.</param>
public sealed record Voice(Guid Person, string Name, string Email, string Capacity, Guid? For = null, string? ForName = null)
{
    public bool IsPa => For is not null;

    /// <summary>For letters, which stay when the person acted for is erased: "PA for the Chair".</summary>
    public string CapacityUnnamed => ForName is null ? Capacity : Capacity.Replace($", for {ForName}, ", " for the ", StringComparison.Ordinal);
}

/// <summary>Who may answer for an elector on a day: the Chair; unless only the Chair may, the chief executive and a named deputy; and a PA for those they act for.</summary>
public static class WhoMayAnswer
{
    // By properties and not by a constructor: only then may the database filter what was projected.
    private sealed class Held
    {
        public required Guid Organisation { get; init; }
        public required PositionKind Kind { get; init; }
        public required Guid Person { get; init; }
        public required string Name { get; init; }
        public required string Email { get; init; }
        public required List<Guid> ActsFor { get; set; }
    }

    public static async Task<ILookup<Guid, Voice>> On(Db db, IReadOnlyCollection<Elector> electors, DateOnly day, CancellationToken ct)
    {
        var members = electors.Where(e => e.Grouping is null).Select(e => e.Organisation).OfType<Guid>().ToList();
        var groupings = electors.Select(e => e.Grouping).OfType<Guid>().ToList();
        var held = await Positions(db, day).Where(p => members.Contains(p.Organisation)).ToListAsync(ct);
        var seats = groupings.Count == 0 ? [] : await Board.Speaking(db, day).Where(s => groupings.Contains(s.Grouping)).Select(s => new { s.Grouping, s.Person }).ToListAsync(ct);
        var chairs = seats.Select(s => s.Person).ToList();
        var chairPositions = chairs.Count == 0 ? [] : await Positions(db, day).Where(p => chairs.Contains(p.Person) && p.Kind == PositionKind.Chair).ToListAsync(ct);
        var houses = chairPositions.Select(c => c.Organisation).Distinct().ToList();
        var theirPas = houses.Count == 0 ? [] : await Positions(db, day).Where(p => p.Kind == PositionKind.Pa && houses.Contains(p.Organisation)).ToListAsync(ct);
        await FollowMerges(db, [.. held, .. theirPas], ct);
        return electors.SelectMany(e => (e.Grouping is { } grouping
                ? Voices([.. chairPositions.Where(c => seats.Any(s => s.Grouping == grouping && s.Person == c.Person)), .. theirPas])
                : Voices([.. held.Where(h => h.Organisation == e.Organisation && !(e.ChairOnly && h.Kind is PositionKind.ChiefExecutive or PositionKind.Deputy))])).Select(v => (e.Id, Voice: v)))
            .ToLookup(v => v.Id, v => v.Voice);
    }

    public static async Task<IReadOnlyList<Voice>> On(Db db, Elector elector, DateOnly day, CancellationToken ct) => [.. (await On(db, [elector], day, ct))[elector.Id]];

    /// <summary>Who is written to: the Chair and their PA; where there is no Chair, whoever else may answer.</summary>
    public static IEnumerable<Voice> Asked(IReadOnlyList<Voice> voices)
    {
        var first = voices.FirstOrDefault(v => !v.IsPa);
        return first is null ? [] : voices.Where(v => v == first || v.For == first.Person);
    }

    /// <summary>Who is told of something that was said in their name: whose voice it was, and for a PA the person acted for too; but not whoever said it themselves.</summary>
    /// <param name="presser">Who pressed the button, where we know them.</param>
    public static IReadOnlyList<Guid> Told(Voice voice, Guid? presser) => [.. new[] { voice.Person, voice.For }.OfType<Guid>().Where(p => p != presser)];

    public static async Task<IReadOnlySet<Guid>> PeopleAsked(Db db, IReadOnlyCollection<Elector> electors, DateOnly day, CancellationToken ct) =>
        (await On(db, electors, day, ct)).SelectMany(voices => Asked([.. voices])).Select(v => v.Person).ToHashSet();

    /// <summary>A PA's position names whoever it named when it was written; that record may be merged since.</summary>
    private static async Task FollowMerges(Db db, IReadOnlyList<Held> held, CancellationToken ct)
    {
        var named = held.SelectMany(h => h.ActsFor).Distinct().ToList();
        if (named.Count == 0) return;
        var read = await SamePerson.Read(db, named, ct);
        foreach (var pa in held) pa.ActsFor = [.. pa.ActsFor.Select(p => read.GetValueOrDefault(p, p))];
    }

    private static IQueryable<Held> Positions(Db db, DateOnly day) =>
        from position in db.Set<Position>()
        where position.From <= day && (position.To == null || day <= position.To)
        where position.Kind == PositionKind.Chair || position.Kind == PositionKind.ChiefExecutive || position.Kind == PositionKind.Deputy || position.Kind == PositionKind.Pa
        join record in db.Set<Person>() on position.Person equals record.Id
        join person in db.Set<Person>() on record.Canonical equals person.Id
        // Nobody is without an address but who was erased: that the position was held stays, and nobody answers by it.
        where person.EmailKey != ""
        select new Held { Organisation = position.Organisation, Kind = position.Kind, Person = person.Id, Name = person.Name, Email = person.Email, ActsFor = position.ActsFor };

    private static IEnumerable<Voice> Voices(IReadOnlyList<Held> held)
    {
        var own = held.Where(h => h.Kind is PositionKind.Chair or PositionKind.ChiefExecutive or PositionKind.Deputy).OrderBy(h => h.Kind).ThenBy(h => h.Name, StringComparer.Ordinal).DistinctBy(h => h.Person).ToList();
        foreach (var one in own) yield return new Voice(one.Person, one.Name, one.Email, one.Kind.Words());
        foreach (var pa in held.Where(h => h.Kind == PositionKind.Pa).OrderBy(h => h.Name, StringComparer.Ordinal))
        {
            // A PA for whom nobody is named acts for the Chair of the same member.
            var chief = own.FirstOrDefault(o => pa.ActsFor.Count == 0 ? o.Kind == PositionKind.Chair && o.Organisation == pa.Organisation : pa.ActsFor.Contains(o.Person));
            if (chief is not null && own.All(o => o.Person != pa.Person)) yield return new Voice(pa.Person, pa.Name, pa.Email, ActsFor.Words(chief.Name, chief.Kind.Words()), chief.Person, chief.Name);
        }
    }
}
