using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <summary>Who spoke to the media for a member, who was rung, and which journalist asked.</summary>
public sealed class MediaTimeline : ITimeline
{
    private sealed record Rung(MediaCall Call, string Outlet, string Topic);

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct)
    {
        var keys = db.Set<Person>().Where(p => records.Contains(p.Id) && p.EmailKey != "").Select(p => p.EmailKey);
        var asked = await db.Set<MediaRequest>().AsNoTracking().Where(r => r.EmailKey != "" && keys.Contains(r.EmailKey) && r.ReceivedAt < span.Before).OrderByDescending(r => r.ReceivedAt).Take(span.Most).ToListAsync(ct);
        var spoke = await Spoken(db.Set<MediaRequest>().Where(r => r.Speaker != null && records.Contains(r.Speaker.Value)), span, ct);
        var rung = await Calls(db, db.Set<MediaCall>().Where(c => c.Person != null && records.Contains(c.Person.Value)), span, ct);
        return [.. asked.Select(r => new TimelineLine(r.ReceivedAt, $"Asked for {r.Outlet}: {r.Topic}", r.Outcome?.Words() ?? "", Href(r.Id), TimelineRoom.My)),
            .. spoke.Select(r => Line(r, $"Spoke to {r.Outlet}: {r.Topic}", "")),
            .. rung.Select(r => Line(r, "Was rung"))];
    }

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var spoke = await Spoken(db.Set<MediaRequest>().Where(r => r.Member == organisation), span, ct);
        var rung = await Calls(db, db.Set<MediaCall>().Where(c => c.Member == organisation), span, ct);
        return [.. spoke.Select(r => Line(r, $"{r.Spoke} spoke to {r.Outlet}: {r.Topic}", "")), .. rung.Select(r => Line(r, $"{r.Call.Name} was rung"))];
    }

    private static Task<List<MediaRequest>> Spoken(IQueryable<MediaRequest> requests, TimelineSpan span, CancellationToken ct) =>
        requests.AsNoTracking().Where(r => r.Outcome == MediaOutcome.MemberSpoke && r.ClosedAt < span.Before).OrderByDescending(r => r.ClosedAt).Take(span.Most).ToListAsync(ct);

    private static Task<List<Rung>> Calls(Db db, IQueryable<MediaCall> calls, TimelineSpan span, CancellationToken ct) =>
        (from call in calls.AsNoTracking()
         where call.At < span.Before
         orderby call.At descending
         join request in db.Set<MediaRequest>() on call.Request equals request.Id
         select new Rung(call, request.Outlet, request.Topic)).Take(span.Most).ToListAsync(ct);

    private static TimelineLine Line(MediaRequest request, string what, string detail) => new(request.ClosedAt!.Value, what, detail, Href(request.Id), TimelineRoom.My);

    // That somebody could not speak is between them and the desk.
    private static TimelineLine Line(Rung rung, string who) => new(rung.Call.At, $"{who} about {rung.Topic}", $"{rung.Outlet}; {rung.Call.Result.Words()}", Href(rung.Call.Request), TimelineRoom.Desk);

    private static string Href(Guid request) => $"/desk/media/{request}";
}
