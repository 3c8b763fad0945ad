using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations;

/// <summary>What invitations ask of people: an answer from each who has not given one, and their PA in copy.</summary>
public sealed class InviteAsks(EventTokens tokens, Sites sites) : IAsk
{
    public const string KindName = "invitation";
    private static readonly TimeOnly Afternoon = new(17, 0);

    public string Kind => KindName;

    /// <summary>Until when an answer is asked for. It is taken until the event begins.</summary>
    public static DateTimeOffset By(Event at, EventKind kind) => at.Day.AddDays(-kind.ReplyDays).At(Afternoon, at.When.ZoneInfo);

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await (from at in db.Set<Event>().AsNoTracking()
                    where at.State == EventState.Announced && db.Set<Invitee>().Any(i => i.Event == at.Id && i.Reply == Reply.None && i.LeftOut == null)
                    join kind in db.Set<EventKind>() on at.Kind equals kind.Id
                    select new { at, kind }).ToListAsync(ct)).Select(e => By(e.at, e.kind))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.DateIn(sites.Current.Zone);
        var voices = of is { } me ? (await ActingPas.Voices(db, me, today, ct)).ToList() : null;
        var open = await (from invitee in db.Set<Invitee>().AsNoTracking().ThereOn(db, today)
                          where invitee.Reply == Reply.None && invitee.LeftOut == null && !invitee.WalkIn && invitee.Person != null && (voices == null || voices.Contains(invitee.Person.Value))
                          join at in db.Set<Event>() on invitee.Event equals at.Id
                          where at.State == EventState.Announced && at.Day >= today
                          join kind in db.Set<EventKind>() on at.Kind equals kind.Id
                          join record in db.Set<Person>() on invitee.Person equals record.Id
                          join person in db.Set<Person>() on record.Canonical equals person.Id
                          where person.EmailKey != ""
                          select new { invitee, at, kind, person.Id, person.Name, person.Email }).ToListAsync(ct);
        open = [.. open.Where(o => By(o.at, o.kind) > now)];
        if (open.Count == 0) return [];
        var pas = await ActingPas.For(db, [.. open.Select(o => o.invitee.Person!.Value)], today, ct);
        return [.. open.SelectMany(o => pas[o.invitee.Person!.Value].Select(pa => Of(o.at, o.kind, o.invitee, pa.Person, pa.Name, pa.Email, o.Name)).Prepend(Of(o.at, o.kind, o.invitee, o.Id, o.Name, o.Email)))
            .Where(a => of is null || a.Person == of)];
    }

    public static Ask Of(Event at, EventKind kind, Invitee invitee, Guid person, string name, string email, string? actsFor = null) => new(KindName, invitee.Id.ToString("N"), person, name, email,
        $"{(actsFor is null ? "" : $"For {actsFor}: ")}Can you come? {at.Title}, {at.Day.Plain()}", invitee.InvitedAt, By(at, kind), 1, $"/my/events/{invitee.Id}");

    public string Link(string key, Guid person) => "/a/e/" + tokens.For(Guid.Parse(key), person);
}
