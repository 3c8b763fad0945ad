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
        var letters = 0;
        foreach (var person in due.Where(p => had.GetValueOrDefault(p.Key) < AskRules.WeeklyCap))
        {
            // On the day of the weekly letter what is urgent stands in it, first: two letters on one morning are one too many.
            var way = person.Any(a => a.Way == AskWay.Weekly) ? AskWay.Weekly : AskWay.Urgent;
            if (await Post([.. person.Select(a => a.Ask)], way, now, ct)) letters++;
        }
        return letters;
    }

    /// <summary>Staff chase: these asks, now, whatever was written before.</summary>
    public async Task<int> Now(IReadOnlyCollection<Ask> asks, DateTimeOffset now, CancellationToken ct)
    {
        var letters = 0;
        foreach (var person in asks.GroupBy(a => a.Person))
            if (await Post([.. person], AskWay.Chased, now, ct)) letters++;
        return letters;
    }

    private Task<bool> Post(IReadOnlyList<Ask> asks, AskWay way, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var first = asks[0];
        // Somebody without an address cannot be written to; the call sheet shows who has none.
        if (EmailAddress.TryParse(first.Address) is null) return false;
        var letter = new AskLetter(first.Person, way, asks, now);
        letter.Posted(await Letters.Post(db, clock, new OneLetter(AskComposer.ClassName, AskComposer.Subject(letter), first.Address, first.Person)
        {
            About = letter.Id,
            Merge = asks.Select((a, i) => (Hole: $"{AskComposer.Key}{i}", Value: $"{a.Kind}:{a.Key}")).Append((Hole: AskComposer.Name, Value: first.Name)).ToDictionary(h => h.Hole, h => h.Value),
        }, ct));
        db.Add(letter);
        await db.SaveUnaudited(ct);
        return true;
    }, ct);
}
