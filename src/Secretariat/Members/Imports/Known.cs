using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>What is here of the people, organisations and themes that some rows are about: asked for many rows at once, whatever the size of the network.</summary>
public sealed class Known
{
    private readonly Dictionary<string, List<Person>> _byEmail = [], _byName = [];
    private readonly Dictionary<Guid, List<Person>> _records = [];
    private readonly Dictionary<string, List<Organisation>> _bodies = [];
    private readonly Dictionary<string, string> _themes = [];
    private readonly Dictionary<(Guid Body, PositionKind Kind), List<(Position Held, string Name)>> _holders = [];
    private readonly Dictionary<string, List<TypedLine>> _earlier = [];

    /// <param name="tracked">True when they will be changed; for a dry run they are only looked at, and thrown away.</param>
    public static async Task<Known> Of(Db db, IReadOnlyCollection<TypedLine> lines, bool tracked, CancellationToken ct)
    {
        var known = new Known();
        var (keys, names) = (lines.Select(l => l.Email.Key).Distinct().ToList(), lines.Select(l => l.SortName).Distinct().ToList());
        var all = tracked ? db.Set<Person>() : db.Set<Person>().AsNoTrackingWithIdentityResolution();
        var found = await all.Include(p => p.Positions).Where(p => keys.Contains(p.EmailKey) || names.Contains(p.SortName)).OrderBy(p => p.Id).ToListAsync(ct);
        // The other records of the same people: a merge moves no row, and so no position either.
        var (here, people) = (found.ConvertAll(p => p.Id), found.Select(p => p.Canonical).Distinct().ToList());
        found.AddRange(await all.Include(p => p.Positions).Where(p => people.Contains(p.Canonical) && !here.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct));
        var read = found.ToDictionary(p => p.Id);
        foreach (var person in found)
        {
            // Whoever has the address of a merged record is the person that it was merged into.
            Add(known._byEmail, person.EmailKey, read[person.Canonical]);
            Add(known._byName, person.SortName, read[person.Canonical]);
            Add(known._records, person.Canonical, person);
        }
        await known.LoadBodies(db, lines, tracked, ct);
        foreach (var theme in await db.Set<Theme>().AsNoTracking().ToListAsync(ct)) known._themes[theme.Code] = known._themes[theme.Name.Folded()] = theme.Code;
        return known;
    }

    public IReadOnlyList<Person> WithAddress(string emailKey) => _byEmail.GetValueOrDefault(emailKey, []);

    /// <summary>By all of their records.</summary>
    public IEnumerable<Position> Held(Person person) => _records[person.Id].SelectMany(r => r.Positions);

    /// <summary>By any of their records.</summary>
    public bool IsCalled(Person person, string sortName) => _records[person.Id].Any(r => r.SortName == sortName);

    public IReadOnlyList<Person> Called(string sortName) => _byName.GetValueOrDefault(sortName, []);

    /// <summary>By code, name or short name, in this order.</summary>
    public IReadOnlyList<Organisation> Bodies(string text) => _bodies.GetValueOrDefault(text.Folded(), []);

    public string? Theme(string text) => _themes.GetValueOrDefault(text) ?? _themes.GetValueOrDefault(text.Folded());

    /// <summary>Rows before this one that were taken, about whoever has this address.</summary>
    public IReadOnlyList<TypedLine> Earlier(string emailKey) => _earlier.GetValueOrDefault(emailKey, []);

    public void Took(TypedLine line) => Add(_earlier, line.Email.Key, line);

    public void Add(Person person, string emailKey)
    {
        Add(_byEmail, emailKey, person);
        Add(_byName, person.SortName, person);
        Add(_records, person.Id, person);
    }

    public void Add(Organisation body) => Add(_bodies, body.SortName, body);

    public void Add(Organisation body, Position held, string name)
    {
        if (body.IsMember && SoleHolder.IsSole(held.Kind)) Add(_holders, (body.Id, held.Kind), (held, name));
    }

    /// <summary>Who else holds it at a time, when only one can.</summary>
    public (Position Held, string Name)? Holder(Organisation body, PositionKind kind, DateOnly first, DateOnly? last, Guid? except) =>
        _holders.GetValueOrDefault((body.Id, kind), []).Where(h => h.Held.Id != except && (h.Held.To is null || first <= h.Held.To) && (last is null || h.Held.From <= last)).OrderBy(h => h.Held.From)
            .Select(h => ((Position, string)?)h).FirstOrDefault();

    /// <summary>Positions of which a member has one, wherever the rows so far put them: a file may name the same one twice.</summary>
    public IEnumerable<((Guid Body, PositionKind Kind) Key, Position Held, string Name)> Holders => _holders.SelectMany(h => h.Value.Select(v => (h.Key, v.Held, v.Name)));

    public void Hold((Guid Body, PositionKind Kind) key, Position held, string name)
    {
        var here = _holders.TryGetValue(key, out var list) ? list : _holders[key] = [];
        here.RemoveAll(h => h.Held.Id == held.Id);
        here.Add((held, name));
    }

    private async Task LoadBodies(Db db, IReadOnlyCollection<TypedLine> lines, bool tracked, CancellationToken ct)
    {
        var typed = lines.Select(l => l.Organisation).Where(o => o.Length > 0).Distinct().ToList();
        if (typed.Count == 0) return;
        var folded = typed.Select(t => t.Folded()).Distinct().ToList();
        var shown = typed.Select(t => t.ToLowerInvariant()).Distinct().ToList();
        var all = tracked ? db.Set<Organisation>() : db.Set<Organisation>().AsNoTracking();
        var found = await all.Where(o => shown.Contains(o.Code.ToLower()) || folded.Contains(o.SortName) || shown.Contains(o.ShortName.ToLower())).OrderBy(o => o.Id).ToListAsync(ct);
        foreach (var text in folded)
        {
            var here = found.Where(o => o.Code.Folded() == text).ToList();
            if (here.Count == 0) here = [.. found.Where(o => o.SortName == text)];
            if (here.Count == 0) here = [.. found.Where(o => o.ShortName.Folded() == text)];
            if (here.Count > 0) _bodies[text] = here;
        }
        var members = found.Where(o => o.IsMember).Select(o => o.Id).ToList();
        var held = from position in tracked ? db.Set<Position>() : db.Set<Position>().AsNoTracking()
                   where members.Contains(position.Organisation) && (position.Kind == PositionKind.Chair || position.Kind == PositionKind.ChiefExecutive)
                   join person in db.Set<Person>() on position.Person equals person.Id
                   select new { position, person.Name };
        foreach (var holder in await held.ToListAsync(ct)) Add(_holders, (holder.position.Organisation, holder.position.Kind), (holder.position, holder.Name));
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> map, TKey key, TValue value) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        if (!list.Contains(value)) list.Add(value);
    }
}
