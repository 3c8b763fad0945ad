using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Asks;

/// <summary>Everything that is asked of people now, whichever feature asks it, with what they were written already.</summary>
public sealed class OpenAsks(Db db, IEnumerable<IAsk> askers)
{
    public Task<IReadOnlyList<Ask>> All(DateTimeOffset now, CancellationToken ct) => Open(null, now, ct);

    public Task<IReadOnlyList<Ask>> Of(Guid person, DateTimeOffset now, CancellationToken ct) => Open(person, now, ct);

    private async Task<IReadOnlyList<Ask>> Open(Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var all = new List<Ask>();
        foreach (var asker in askers) all.AddRange(await asker.Open(db, of, now, ct));
        return [.. all.OrderBy(a => a.By)];
    }

    /// <summary>When each was last written to about each thing.</summary>
    public async Task<IReadOnlyDictionary<(Guid Person, string Kind, string Key), DateTimeOffset>> LastAsked(IReadOnlyCollection<Ask> asks, CancellationToken ct)
    {
        var people = asks.Select(a => a.Person).Distinct().ToList();
        var rows = await (from letter in db.Set<AskLetter>().IgnoreAutoIncludes()
                          where letter.Person != null && people.Contains(letter.Person.Value)
                          join line in db.Set<AskLine>() on letter.Id equals line.Letter
                          group letter.At by new { letter.Person, line.Kind, line.Key } into asked
                          select new { asked.Key, Last = asked.Max() }).ToListAsync(ct);
        var last = rows.ToDictionary(r => (r.Key.Person!.Value, r.Key.Kind, r.Key.Key), r => r.Last);
        if (await db.Set<AskDay>().MaxAsync(d => d.RestoredAt, ct) is { } restored)
            foreach (var ask in asks.Where(a => a.Since <= restored)) last[(ask.Person, ask.Kind, ask.Key)] = last.TryGetValue((ask.Person, ask.Kind, ask.Key), out var at) && at > restored ? at : restored;
        return last;
    }

    /// <summary>How many of these people had as many letters that ask something as one should have in a week.</summary>
    public async Task<int> Tired(IReadOnlySet<Guid> people, DateTimeOffset now, CancellationToken ct) => (await InLastWeek(now, ct)).Count(p => p.Value >= AskRules.WeeklyCap && people.Contains(p.Key));

    /// <summary>How many letters that ask something each got in the last seven days; whoever got none is not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> InLastWeek(DateTimeOffset now, CancellationToken ct)
    {
        var since = now - AskRules.Week;
        return await db.Set<AskLetter>().IgnoreAutoIncludes().Where(l => l.Person != null && l.At > since && l.At <= now).GroupBy(l => l.Person!.Value)
            .Select(g => new { g.Key, Letters = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Letters, ct);
    }
}
