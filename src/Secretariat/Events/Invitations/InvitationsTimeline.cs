using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <summary>Invitations, what was answered, and who was there.</summary>
public sealed class InvitationsTimeline : ITimeline
{
    private sealed record Asked(Invitee Invitee, Guid Event, string Title, DateOnly Day);

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        Lines(await Of(db, db.Set<Invitee>().Where(i => i.Person != null && records.Contains(i.Person.Value)), span, ct), span, _ => "");

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) =>
        Lines(await Of(db, db.Set<Invitee>().Where(i => i.Organisation == organisation), span, ct), span, i => $"{i.Name}: ");

    private static Task<List<Asked>> Of(Db db, IQueryable<Invitee> invitees, TimelineSpan span, CancellationToken ct) =>
        (from invitee in invitees.AsNoTracking()
         join at in db.Set<Event>() on invitee.Event equals at.Id
         where invitee.InvitedAt < span.Before
         select new Asked(invitee, at.Id, at.Title, at.Day)).ToListAsync(ct);

    private static List<TimelineLine> Lines(List<Asked> asked, TimelineSpan span, Func<Invitee, string> who)
    {
        var lines = new List<TimelineLine>();
        foreach (var (invitee, id, title, day) in asked)
        {
            void Add(DateTimeOffset at, string what, string detail, TimelineRoom room = TimelineRoom.My) => lines.Add(new(at, who(invitee) + what, detail, $"/desk/events/{id}", room));
            if (invitee.LeftOut is { } why) Add(invitee.InvitedAt, $"not invited to {title}", why, TimelineRoom.Desk);
            else if (!invitee.WalkIn) Add(invitee.InvitedAt, $"invited to {title}, {day.Plain()}", $"because of {invitee.Reason}");
            if (invitee.RepliedAt is { } replied) Add(replied, $"{invitee.Words()}, {title}", invitee.Through is { } through ? $"answered by {through}" : "");
            if (invitee.Presence != Presence.Unknown) Add(day.At(new(12, 0), span.Zone), $"{invitee.Presence.Words()}, {title}", "");
        }
        return [.. lines.Where(l => l.At < span.Before)];
    }
}
