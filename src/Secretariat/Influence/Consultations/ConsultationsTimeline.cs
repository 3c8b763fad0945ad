using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Influence.Consultations;

/// <summary>What an organisation consulted on, and what members said to it themselves.</summary>
public sealed class ConsultationsTimeline : ITimeline
{
    private static readonly TimeOnly Noon = new(12, 0);

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        [.. (await db.Set<Submission>().AsNoTracking().Where(s => s.Person != null && records.Contains(s.Person.Value) && s.At < span.Before).OrderByDescending(s => s.At).Take(span.Most)
            .Join(db.Set<Consultation>(), s => s.Consultation, c => c.Id, (submission, c) => new { submission, c.Title }).ToListAsync(ct))
            .Select(x => new TimelineLine(x.submission.At, $"Reported what their member sent to {x.Title}", x.submission.Title, $"/desk/influence/consultations/{x.submission.Consultation}", TimelineRoom.My))];

    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var day = span.Before.DateIn(span.Zone);
        var held = await db.Set<Consultation>().AsNoTracking().Where(c => c.Organisation == organisation && c.OpenedOn <= day).OrderByDescending(c => c.OpenedOn).Take(span.Most).ToListAsync(ct);
        var sent = await db.Set<Submission>().AsNoTracking().Where(s => s.Member == organisation && s.SentOn <= day && s.TakenOutAt == null).OrderByDescending(s => s.SentOn).Take(span.Most)
            .Join(db.Set<Consultation>(), s => s.Consultation, c => c.Id, (submission, c) => new { submission, c.Title }).ToListAsync(ct);
        IEnumerable<TimelineLine> lines =
        [
            .. held.Select(c => new TimelineLine(c.OpenedOn.At(TimeOnly.MinValue, span.Zone), $"Consulted on {c.Title}", c.Deadline is { } until ? $"until {until.Plain()}" : "", $"/desk/influence/consultations/{c.Id}", TimelineRoom.My)),
            .. sent.Select(x => new TimelineLine(At(x.submission, span), $"Sent its own answer to {x.Title}: {x.submission.Title}", x.submission.Circulation == Circulation.NamedPeople ? "for its own people and the secretariat" : "", $"/desk/influence/consultations/{x.submission.Consultation}", TimelineRoom.My)),
        ];
        return [.. lines.Where(l => l.At < span.Before)];
    }

    // At noon of its day, unless it was reported before that.
    private static DateTimeOffset At(Submission sent, TimelineSpan span) => sent.SentOn.At(Noon, span.Zone) is var noon && sent.At < noon ? sent.At : noon;
}
