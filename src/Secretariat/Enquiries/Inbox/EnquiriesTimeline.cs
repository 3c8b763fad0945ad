using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>What somebody asked, what a member was handed, and what became of it.</summary>
public sealed class EnquiriesTimeline : ITimeline
{
    private sealed record Handed(Handover Handover, string Member, string Subject, string Reference);

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var keys = db.Set<Person>().Where(p => records.Contains(p.Id) && p.EmailKey != "").Select(p => p.EmailKey);
        var asked = await db.Set<Enquiry>().AsNoTracking().Where(e => e.EmailKey != "" && keys.Contains(e.EmailKey) && e.ReceivedAt < span.Before).OrderByDescending(e => e.ReceivedAt).Take(span.Most).ToListAsync(ct);
        var handed = await Of(db, db.Set<Handover>().Where(h => h.Person != null && records.Contains(h.Person.Value)), span, ct);
        return [.. asked.Select(e => new TimelineLine(e.ReceivedAt, $"Asked: {e.Subject}", $"{e.Reference}, by {e.Channel.Words()}", Href(e.Id), TimelineRoom.My)),
            .. Closed(asked, span).Select(e => new TimelineLine(e.ClosedAt!.Value, $"Their enquiry was closed: {e.Subject}", e.ClosedAs!.Value.Words(), Href(e.Id), TimelineRoom.My)),
            .. Lines(handed, span, h => $", {h.Member}", TimelineRoom.My)];
    }

    // Who asks told it to one person there, not to everybody of the member: these lines are the desk's.
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var answered = await db.Set<Enquiry>().AsNoTracking().Where(e => e.AnsweredBy == organisation && e.ClosedAt < span.Before && !db.Set<Handover>().Any(h => h.Enquiry == e.Id && h.Member == organisation)).OrderByDescending(e => e.ClosedAt).Take(span.Most).ToListAsync(ct);
        var handed = await Of(db, db.Set<Handover>().Where(h => h.Member == organisation), span, ct);
        return [.. answered.Select(e => new TimelineLine(e.ClosedAt!.Value, $"Answered an enquiry: {e.Subject}", e.Reference, Href(e.Id), TimelineRoom.Desk)),
            .. Lines(handed, span, h => $", {h.Handover.Name}", TimelineRoom.Desk)];
    }

    private static Task<List<Handed>> Of(Db db, IQueryable<Handover> handovers, TimelineSpan span, CancellationToken ct) =>
        (from handover in handovers.AsNoTracking()
         where handover.At < span.Before
         orderby handover.At descending
         join enquiry in db.Set<Enquiry>() on handover.Enquiry equals enquiry.Id
         join member in db.Set<Organisation>() on handover.Member equals member.Id
         select new Handed(handover, member.ShortName, enquiry.Subject, enquiry.Reference)).Take(span.Most).ToListAsync(ct);

    private static IEnumerable<TimelineLine> Lines(List<Handed> handed, TimelineSpan span, Func<Handed, string> to, TimelineRoom room) =>
        handed.Select(h => new TimelineLine(h.Handover.At, $"Was handed an enquiry: {h.Subject}", h.Reference + to(h), Href(h.Handover.Enquiry), room))
            .Concat(handed.Where(h => h.Handover.SettledAt < span.Before).Select(h => new TimelineLine(h.Handover.SettledAt!.Value, $"The enquiry “{h.Subject}”: {h.Handover.State.Words()}", h.Handover.SettledBy is { } by ? $"{h.Reference}, by {by}" : h.Reference, Href(h.Handover.Enquiry), room)));

    private static IEnumerable<Enquiry> Closed(List<Enquiry> asked, TimelineSpan span) => asked.Where(e => e.ClosedAt < span.Before && e.ClosedAs is not null);

    private static string Href(Guid enquiry) => $"/desk/enquiries/{enquiry}";
}
