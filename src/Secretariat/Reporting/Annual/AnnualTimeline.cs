using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>When a member sent its figures in, who signed them off, and that they stand in the report.</summary>
public sealed class AnnualTimeline : ITimeline
{
    public Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) => Lines(db, db.Set<MemberReturn>().Where(r => r.Member == organisation), span, ct);

    public Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        Lines(db, db.Set<MemberReturn>().Where(r => r.Signer != null && records.Contains(r.Signer.Value)), span, ct);

    private static async Task<IReadOnlyList<TimelineLine>> Lines(Db db, IQueryable<MemberReturn> theirs, TimelineSpan span, CancellationToken ct)
    {
        var rows = await theirs.AsNoTracking().Join(db.Set<AnnualReport>(), r => r.Report, a => a.Id, (r, a) => new { Given = r, a.Title, a.State, a.ReleasedAt }).OrderByDescending(r => r.Given.SentAt).Take(span.Most).ToListAsync(ct);
        return [.. rows.SelectMany(r => new (DateTimeOffset? At, string What, string Detail)[]
            {
                (r.Given.SentAt, $"Sent in its figures: {r.Title}", ""),
                (r.Given.SignedAt, $"Signed its figures off: {r.Title}", r.Given.SignedAs is { } capacity ? $"{r.Given.SignerName}, {capacity}" : ""),
                (r.State == AnnualState.Released && r.Given.State == ReturnState.SignedOff ? r.ReleasedAt : null, $"Stands in the annual report: {r.Title}", ""),
            }.Where(l => l.At < span.Before).Select(l => new TimelineLine(l.At!.Value, l.What, l.Detail, "/desk/reports/annual", TimelineRoom.My)))];
    }
}
