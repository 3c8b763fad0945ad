using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Members.Asks;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers;

/// <summary>What handovers ask of members: to settle an enquiry. Each is reminded of it once, by the letter that asks for everything.</summary>
public sealed class HandoverAsks(HandoverTokens tokens, Sites sites) : IAsk
{
    public const string KindName = "enquiry";
    private static readonly TimeOnly Evening = new(17, 0);

    public string Kind => KindName;

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await Running(db).Select(h => h.Due).Distinct().ToListAsync(ct)).Select(d => d.At(Evening, sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var voices = of is { } me ? (await ActingPas.Voices(db, me, now.DateIn(zone), ct)).ToList() : null;
        var open = (await (from handover in Running(db).StillTheirs(db, now.DateIn(zone))
                           join record in db.Set<Person>() on handover.Person equals record.Id
                           join person in db.Set<Person>() on record.Canonical equals person.Id
                           where person.EmailKey != "" && (voices == null || voices.Contains(person.Id) || voices.Contains(record.Id))
                           select new { handover, person.Id, person.Name, person.Email }).ToListAsync(ct)).Where(o => By(o.handover, zone) > now).ToList();
        if (open.Count == 0) return [];
        var pas = await ActingPas.For(db, [.. open.SelectMany(o => new[] { o.Id, o.handover.Person!.Value }).Distinct()], now.DateIn(zone), ct);
        List<Ask> asks = [.. open.SelectMany(o => pas[o.Id].Concat(pas[o.handover.Person!.Value]).DistinctBy(pa => pa.Person).Select(pa => Of(o.handover, pa.Person, pa.Name, pa.Email, o.Name, zone)).Prepend(Of(o.handover, o.Id, o.Name, o.Email, null, zone)))];
        // On somebody's own page it stands until it is settled; a letter reminds of it once.
        return of is null ? await NotReminded(db, asks, ct) : [.. asks.Where(a => a.Person == of)];
    }

    public static Ask Of(Handover handover, Guid person, string name, string email, string? actsFor, TimeZoneInfo zone) => new(KindName, handover.Id.ToString("N"), person, name, email,
        $"{(actsFor is null ? "" : $"For {actsFor}: ")}An enquiry was handed to you on {handover.At.DateIn(zone).Plain()}", handover.At, By(handover, zone), 5, $"/my/enquiries/{handover.Id}");

    public string Link(string key, Guid person) => "/a/h/" + tokens.For(Guid.Parse(key), person);

    private static DateTimeOffset By(Handover handover, TimeZoneInfo zone) => handover.Due.At(Evening, zone);

    // Whoever has taken it on needs no reminding that they were asked.
    private static IQueryable<Handover> Running(Db db) => db.Set<Handover>().AsNoTracking().Where(h => h.State == HandoverState.Asked && h.Person != null);

    private static async Task<IReadOnlyList<Ask>> NotReminded(Db db, List<Ask> asks, CancellationToken ct)
    {
        var keys = asks.Select(a => a.Key).Distinct().ToList();
        var reminded = await (from line in db.Set<AskLine>()
                              where line.Kind == KindName && keys.Contains(line.Key)
                              join letter in db.Set<AskLetter>().IgnoreAutoIncludes() on line.Letter equals letter.Id
                              where letter.Way == AskWay.Weekly || letter.Way == AskWay.Urgent
                              select new { line.Key, letter.Person }).ToListAsync(ct);
        var done = reminded.Select(r => (r.Key, r.Person)).ToHashSet();
        return [.. asks.Where(a => !done.Contains((a.Key, a.Person)))];
    }
}
