using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Conference.Play;

/// <summary>
/// In the sample year places are offered in January and named through February; some people are swapped, some places come back and go to
/// those who wait, and on the day most are checked in: by the verbs that staff and members use.
/// </summary>
public sealed class ConferencePlay(Db db, Sites sites) : IPlayPart
{
    private const string File = "year/conference.yaml";
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 55;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File)?.Map("conference") is not { } map) return [];
        var script = new ConferenceScript(map);
        var planned = await db.Set<PlannedDate>().AsNoTracking().Join(db.Set<Outcome>().Where(o => o.Code == script.Outcome), d => d.Outcome, o => o.Id, (d, _) => d).OrderBy(d => d.Date).FirstOrDefaultAsync(d => d.Number == script.Number, ct);
        if (planned is null || script.Announced is not { } announced)
        {
            pack.Fault(File, map.Line(), "the conference needs the day it is announced, and a date of the plan");
            return [];
        }
        var known = await db.Set<Organisation>().Select(o => o.Code).ToHashSetAsync(ct);
        if (script.Extra.Select(e => e.Code).FirstOrDefault(c => !known.Contains(c)) is { } stranger)
        {
            pack.Fault(File, map.Line(), $"“{stranger}” is the code of no organisation here");
            return [];
        }
        var (zone, day, id) = (sites.Current.Zone, planned.Date, Guid.Empty);
        PlayStep On(DateOnly date, int hour, string what, Func<IServiceProvider, Task> work) => new(date.At(new TimeOnly(hour, 20), zone), $"{what}: {script.Title}", (s, _) => work(s));
        return [On(announced, 11, "Offer places", async s => id = await Offer(s, script, planned, ct)),
            On(announced.AddDays(9), 15, "Name people", s => Name(s, id, script, 0, ct)),
            On(announced.AddDays(16), 10, "Ask for places", s => Ask(s, id, script, ct)),
            On(announced.AddDays(28), 15, "Name people", s => Name(s, id, script, 1, ct)),
            On(day.AddDays(-24), 11, "Give places back", s => GiveBack(s, id, ct)),
            On(day.AddDays(-22), 16, "Swap people", s => Swap(s, id, script, ct)),
            On(day.AddDays(-18), 10, "Take back unnamed places", s => s.GetRequiredService<NamePlaces>().TakeBack(id, null, Now(s).DateIn(zone), Team, Now(s), ct)),
            On(day.AddDays(-17), 18, "Accept places", s => Accept(s, id, ct)),
            On(day, 9, "Check in", s => In(s, id, ct))];
    }

    private static async Task<Guid> Offer(IServiceProvider services, ConferenceScript script, PlannedDate planned, CancellationToken ct)
    {
        var (own, now) = (services.GetRequiredService<Db>(), Now(services));
        var kind = await own.Set<EventKind>().AsNoTracking().SingleAsync(k => k.Code == script.Kind, ct);
        var draft = new EventDraft(script.Title, script.Place, new(planned.Date, kind.Starts, kind.Ends, services.GetRequiredService<Sites>().Current.TimeZone)) { About = script.About, Capacity = script.Capacity, Circulation = Circulation.Public, Invented = true };
        var at = await services.GetRequiredService<MakeEvent>().Run(script.Kind, draft, planned.Id, Team, ct);
        await services.GetRequiredService<ChangeEvent>().Announce(at, Team, now, ct);
        foreach (var session in script.Sessions) await services.GetRequiredService<WriteProgramme>().Add(at.Id, session, invented: true, Team, ct);
        var offer = services.GetRequiredService<OfferPlaces>();
        await offer.Each(at.Id, kind.PlacesEach, null, Team, now, ct);
        var bodies = await own.Set<Organisation>().ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        foreach (var (code, places) in script.Extra) await offer.To(at.Id, bodies[code], places, Team, now, ct);
        await offer.Set(at.Id, script.Share, forPublic: true, planned.Date.AddDays(-kind.NameDays), Team, now, ct);
        return at.Id;
    }

    // Who is named follows from a member's place in the list, so that every play is the same: two thirds at once, most of the rest when they are asked again.
    private static async Task Name(IServiceProvider services, Guid id, ConferenceScript script, int wave, CancellationToken ct)
    {
        var (own, now) = (services.GetRequiredService<Db>(), Now(services));
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        foreach (var (row, n) in (await AllocationRow.Of(own, id, ct)).Select((r, n) => (r, n)).Where(r => (r.n % 3 == 2 ? 1 : 0) == wave || (wave == 1 && r.r.Unnamed > 0)).ToList())
        {
            // One in seven holds a place open to the end, and one in nineteen never says anything.
            var wanted = n % 19 == 11 ? 0 : Math.Max(0, row.Unnamed - (n % 7 == 4 ? 1 : 0));
            if (wanted == 0) continue;
            var taken = await own.Set<Ticket>().Where(t => t.Event == id && t.State == TicketState.Valid).Select(t => t.EmailKey).ToHashSetAsync(ct);
            var people = (await WhoNames.People(own, row.Organisation, today, ct)).Where(p => !taken.Contains(p.Email!.ToLowerInvariant())).Take(Math.Max(1, wanted - 1)).ToList();
            var guests = Enumerable.Range(0, wanted - Math.Min(wanted, people.Count)).Select(g => script.Guests[(n * 3 + g) % script.Guests.Count])
                .Select((g, i) => new Holder(g, $"{g.ToLowerInvariant().Replace(' ', '.')}.{n}{i}@members.example", i == 0 ? "apprentice" : "board member", (n + i) % 9 == 3 ? script.Needs[n % script.Needs.Count] : null));
            await services.GetRequiredService<NamePlaces>().Name(row.Id, [.. people.Take(wanted), .. guests], await Voice(own, row.Organisation, ct), now, ct);
            own.ChangeTracker.Clear();
        }
    }

    private static async Task Ask(IServiceProvider services, Guid id, ConferenceScript script, CancellationToken ct)
    {
        foreach (var asker in script.Askers)
            await services.GetRequiredService<AskForPlace>().Run(id, new(asker, $"{asker.ToLowerInvariant().Replace(' ', '.')}@visitors.example"), null, visitor: true, new(null, "the form for places"), Now(services), ct);
    }

    private static async Task GiveBack(IServiceProvider services, Guid id, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        foreach (var row in (await AllocationRow.Of(own, id, ct)).Where(r => r is { OfMember: true, Unnamed: > 0, Named: > 0 }).Take(2))
            await services.GetRequiredService<NamePlaces>().GiveBack(row.Id, 1, await Voice(own, row.Organisation, ct), Now(services), ct);
    }

    private static async Task Swap(IServiceProvider services, Guid id, ConferenceScript script, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        foreach (var (row, n) in (await AllocationRow.Of(own, id, ct)).Where(r => r.OfMember && r.Named > 1).Select((r, n) => (r, n)).Where(r => r.n % 9 == 2).ToList())
        {
            var ticket = await own.Set<Ticket>().AsNoTracking().Where(t => t.Allocation == row.Id && t.State == TicketState.Valid).OrderBy(t => t.Name).Select(t => t.Id).FirstAsync(ct);
            var guest = script.Guests[^(n % script.Guests.Count + 1)];
            await services.GetRequiredService<NamePlaces>().Swap(ticket, new(guest, $"{guest.ToLowerInvariant().Replace(' ', '.')}.swap{n}@members.example", "deputy"), await Voice(own, row.Organisation, ct), Now(services), ct);
        }
    }

    // Three in four say yes in time; the rest let it lapse, and the sweep passes it on.
    private static async Task Accept(IServiceProvider services, Guid id, CancellationToken ct)
    {
        foreach (var (waiting, n) in (await services.GetRequiredService<Db>().Set<Waiting>().AsNoTracking().Where(w => w.Event == id && w.State == WaitState.Offered).OrderBy(w => w.Number).ToListAsync(ct)).Select((w, n) => (w, n)))
            if (n % 4 != 3) await services.GetRequiredService<AskForPlace>().Accept(waiting.Id, new(waiting.Person, waiting.Name), Now(services), ct);
    }

    private static async Task In(IServiceProvider services, Guid id, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        var tickets = (await own.Set<Ticket>().AsNoTracking().Where(t => t.Event == id && t.State == TicketState.Valid).ToListAsync(ct)).OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.EmailKey, StringComparer.Ordinal).ToList();
        await services.GetRequiredService<CheckIn>().Run(id, [.. tickets.Where((_, n) => n % 16 != 13).Select(t => t.Id)], Team, Now(services), ct);
    }

    private static async Task<Actor> Voice(Db db, Guid organisation, CancellationToken ct) =>
        await db.Set<Position>().Where(p => p.Organisation == organisation && p.To == null).OrderBy(p => p.Kind != PositionKind.ChiefExecutive).ThenBy(p => p.From).Join(db.Set<Person>(), p => p.Person, p => p.Id, (_, p) => new { p.Id, p.Name }).FirstOrDefaultAsync(ct)
            is { } one ? new Actor(one.Id, one.Name) : Team;

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
