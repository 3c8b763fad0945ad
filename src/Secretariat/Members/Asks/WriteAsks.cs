using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Asks;

/// <summary>Puts ask letters into the ledger: one for each person, with everything in it that is due to be asked.</summary>
public sealed class WriteAsks(Db db, OpenAsks open, Sites sites, TimeProvider clock)
{
    /// <summary>What the engine does by itself each morning: the weekly letters, and what cannot wait, unless somebody has had enough letters.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> Due(DateTimeOffset now, CancellationToken ct)
    {
        var asks = await open.All(now, ct);
        if (asks.Count == 0) return 0;
        var last = await open.LastAsked(asks, ct);
        var had = await open.InLastWeek(now, ct);
        var zone = sites.Current.Zone;
        // The weekly letter goes in the first look after its hour, and a person gets one: what comes up later waits for the next.
        var slot = AskRules.Slot(now, zone);
        var weekly = !await db.Set<AskDay>().AnyAsync(d => d.Day >= slot.DateIn(zone), ct);
        var due = asks.Select(a => (Ask: a, Way: AskRules.Due(a, last.TryGetValue((a.Person, a.Kind, a.Key), out var at) ? at : null, now, zone))).Where(a => a.Way == AskWay.Urgent || (a.Way == AskWay.Weekly && weekly)).ToLookup(a => a.Ask.Person);
        // On the day of the weekly letter what is urgent stands in it, first: two letters on one morning are one too many.
        return await Post(due.Where(p => had.GetValueOrDefault(p.Key) < AskRules.WeeklyCap)
            .Select(p => ((IReadOnlyList<Ask>)[.. p.Select(a => a.Ask)], p.Any(a => a.Way == AskWay.Weekly) ? AskWay.Weekly : AskWay.Urgent)), now, ct);
    }

    /// <summary>Staff chase: these asks, now, whatever was written before.</summary>
    public Task<int> Now(IReadOnlyCollection<Ask> asks, DateTimeOffset now, CancellationToken ct) =>
        Post(asks.GroupBy(a => a.Person).Select(p => ((IReadOnlyList<Ask>)[.. p], AskWay.Chased)), now, ct);

    private Task<int> Post(IEnumerable<(IReadOnlyList<Ask> Asks, AskWay Way)> people, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Somebody without an address cannot be written to; the call sheet shows who has none.
        var letters = people.Where(p => EmailAddress.TryParse(p.Asks[0].Address) is not null).ToList();
        foreach (var (asks, way) in letters) Queue(asks, way, now);
        await db.SaveUnaudited(ct);
        return letters.Count;
    }, ct);

    private void Queue(IReadOnlyList<Ask> asks, AskWay way, DateTimeOffset now)
    {
        var first = asks[0];
        var letter = new AskLetter(first.Person, way, asks, now);
        letter.Posted(Letters.Queue(db, clock, new OneLetter(AskComposer.ClassName, AskComposer.Subject(letter), first.Address, first.Person)
        {
            About = letter.Id,
            Merge = asks.Select((a, i) => (Hole: $"{AskComposer.Key}{i}", Value: $"{a.Kind}:{a.Key}")).Append((Hole: AskComposer.Name, Value: first.Name)).ToDictionary(h => h.Hole, h => h.Value),
        }));
        db.Add(letter);
    }
}
