using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Attendance;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Minutes;
using Secretariat.Events.Papers;
using Secretariat.Events.Wishes;
using Secretariat.Members.People;
using Secretariat.Planning;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Play;

/// <summary>
/// In the sample year each event is announced and its audience invited five weeks before, most answer within days, and on the next
/// morning its attendance is taken and its minutes are written: by the verbs that staff and members use.
/// </summary>
public sealed class EventsPlay(Db db, Sites sites) : IPlayPart
{
    private const string File = "year/events.yaml";
    private const int InvitedBefore = 35, AnsweredAfter = 3;
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 50;

    public async Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return [];
        var plan = await db.Set<Plan>().OrderBy(p => p.First).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        var outcomes = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan).ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        var dates = await db.Set<PlannedDate>().AsNoTracking().ToDictionaryAsync(d => (d.Outcome, d.Number), ct);
        List<PlayStep> steps = [];
        foreach (var script in EventScript.All(root))
        {
            var planned = script.Outcome is { } code && outcomes.TryGetValue(code, out var outcome) ? dates.GetValueOrDefault((outcome, script.Number)) : null;
            if ((planned?.Date ?? script.Day) is not { } day) pack.Fault(File, script.Map.Line(), $"the plan has no date number {script.Number} of “{script.Outcome}”, and no day is given");
            else steps.AddRange(Of(script, day, planned?.Id, sites.Current.Zone));
        }
        return steps;
    }

    private static IEnumerable<PlayStep> Of(EventScript script, DateOnly day, Guid? planned, TimeZoneInfo zone)
    {
        Guid? id = null;
        yield return new(day.AddDays(-InvitedBefore).At(new TimeOnly(11, 0), zone), $"Invite to {script.Title}", async (s, ct) => id = await Invite(s, script, day, planned, ct));
        yield return new(day.AddDays(-InvitedBefore + AnsweredAfter).At(new TimeOnly(18, 0), zone), $"Answers to {script.Title}", (s, ct) => id is { } at ? Answer(s, at, script.Away, ct) : Task.CompletedTask);
        yield return new(day.AddDays(1).At(new TimeOnly(9, 30), zone), $"Held: {script.Title}", (s, ct) => id is { } at ? Hold(s, at, script, ct) : Task.CompletedTask);
        foreach (var (_, days) in script.Actions.DistinctBy(a => a.Days))
            yield return new(day.AddDays(1 + days).At(new TimeOnly(15, 0), zone), $"What was taken on at {script.Title}", Settle);
    }

    private static async Task<Guid> Invite(IServiceProvider services, EventScript script, DateOnly day, Guid? planned, CancellationToken ct)
    {
        var (own, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var zone = services.GetRequiredService<Sites>().Current;
        var kind = await own.Set<Kinds.EventKind>().AsNoTracking().SingleAsync(k => k.Code == script.Kind, ct);
        var draft = new EventDraft(script.Title, script.Place, new(day, kind.Starts, kind.Ends, zone.TimeZone))
        {
            About = script.About,
            Topic = script.Topic,
            Partner = script.Partner,
            DirectedBy = script.DirectedBy,
            CostPence = script.CostPence,
            CoveredBy = script.CoveredBy,
            Capacity = script.Capacity,
            Themes = script.Theme is { } theme ? [theme] : [],
            Circulation = script.IsPublic ? Circulation.Public : Circulation.Members,
            Invented = true,
        };
        var at = await Make(services, script, draft, planned, ct);
        foreach (var (title, place) in script.Agenda.Select((t, n) => (t, n + 1))) own.Add(new EventPaper(at.Id, place, title, null, null, Circulation.NamedPeople, afterwards: false));
        await services.GetRequiredService<ChangeEvent>().Announce(at, Team, now, ct);
        await services.GetRequiredService<InviteAudience>().Run(at.Id, script.Invite ?? InviteAudience.OfKind, Team, now, ct);
        return at.Id;
    }

    private static async Task<Event> Make(IServiceProvider services, EventScript script, EventDraft draft, Guid? planned, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        var wish = script.Wish is { } title ? await own.Set<Wish>().Where(w => w.Title == title).Select(w => (Guid?)w.Id).SingleOrDefaultAsync(ct) : null;
        if (wish is not { } of) return await services.GetRequiredService<MakeEvent>().Run(script.Kind, draft, planned, Team, ct);
        var id = await services.GetRequiredService<WishedEvent>().Run(of, script.Kind, draft, Team, ct);
        return await own.Set<Event>().SingleAsync(e => e.Id == id, ct);
    }

    // Which of them do what follows from their place in the list, so that every play is the same.
    private static async Task Answer(IServiceProvider services, Guid id, int away, CancellationToken ct)
    {
        var own = services.GetRequiredService<Db>();
        var invitees = (await own.Set<Invitee>().AsNoTracking().Where(i => i.Event == id && i.LeftOut == null).ToListAsync(ct)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        var places = await own.Set<Event>().Where(e => e.Id == id).Select(e => e.Capacity).SingleAsync(ct) ?? int.MaxValue;
        var given = new List<GivenReply>();
        foreach (var (i, n) in invitees.Select((i, n) => (i, n)))
        {
            if (n % 12 == 7) continue;
            var comes = n % 10 >= away && given.Count(g => g.Reply != Reply.NotComing) < places;
            var reply = !comes ? Reply.NotComing : n % 14 == 5 ? Reply.Deputy : Reply.Coming;
            given.Add(new(i.Id, reply, reply == Reply.Deputy ? new($"Deputy of {i.Name}", $"deputy-{n}@members.example", "deputy") : null));
        }
        await services.GetRequiredService<AnswerInvitation>().Run(id, given, Team, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
    }

    private static async Task Hold(IServiceProvider services, Guid id, EventScript script, CancellationToken ct)
    {
        var (own, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var invitees = (await own.Set<Invitee>().AsNoTracking().Where(i => i.Event == id).ToListAsync(ct)).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        var seen = invitees.Select((i, n) => (i, n)).ToDictionary(p => p.i.Id, p => p.i.Reply == Reply.Deputy ? Presence.DeputyThere : p.i.Reply == Reply.Coming && p.n % 17 != 16 ? Presence.There : Presence.Away);
        await services.GetRequiredService<TakeAttendance>().Run(id, seen, [], Team, now, ct);
        await HandOut(services, id, script, now, ct);
        if (script.Minutes is not { } minutes) return;
        var there = invitees.Where(i => i.Reply == Reply.Coming && i.Person is not null).ToList();
        var staff = await own.Set<Position>().Where(p => p.Kind == PositionKind.Staff && p.To == null).OrderBy(p => p.From).Select(p => p.Person).ToListAsync(ct);
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        List<TakenOn> actions = [.. script.Actions.Select((a, n) => new TakenOn(n % 2 == 0 ? staff[n % staff.Count] : there[n % there.Count].Person!.Value, a.What, today.AddDays(a.Days)))];
        await services.GetRequiredService<WriteMinutes>().Run(id, minutes, actions, Team, now, ct);
    }

    // Most is done on its day; some takes longer, some is late and done when the next falls due.
    private static async Task Settle(IServiceProvider services, CancellationToken ct)
    {
        var (own, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var today = now.DateIn(services.GetRequiredService<Sites>().Current.Zone);
        var nth = await own.Set<EventAction>().CountAsync(a => a.ClosedAt != null, ct);
        foreach (var action in await own.Set<EventAction>().Where(a => a.ClosedAt == null && a.Due <= today).OrderBy(a => a.What).ToListAsync(ct))
        {
            if (nth % 7 == 4) action.Delay(today.AddDays(14), "The figures of two areas are still missing.", today);
            else if (nth % 11 != 9) action.Done(null, now);
            nth++;
            await own.Save(new Actor(action.Person, action.Name), action.IsOpen ? "Delay action" : "Close action", ct);
        }
    }

    private static async Task HandOut(IServiceProvider services, Guid id, EventScript script, DateTimeOffset now, CancellationToken ct)
    {
        var (own, slides) = (services.GetRequiredService<Db>(), script.HandedOut.ToList());
        if (slides.Count == 0) return;
        foreach (var (paper, n) in slides.Select((p, n) => (p, n))) own.Add(new EventPaper(id, 50 + n, paper.Title, null, paper.Link, Circulation.NamedPeople, afterwards: true));
        await own.Save(Team, "Add paper", ct);
        await services.GetRequiredService<SendMaterials>().Run(id, Team, now, ct);
    }
}
