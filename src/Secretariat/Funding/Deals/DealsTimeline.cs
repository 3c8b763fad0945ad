using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Income;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>How deals with an organisation went, and how its commitment changed.</summary>
public sealed class DealsTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct)
    {
        var begun = await db.Set<Deal>().AsNoTracking().Where(d => d.Organisation == organisation && d.BegunAt < span.Before).OrderByDescending(d => d.BegunAt).Take(span.Most).ToListAsync(ct);
        var moves = await db.Set<DealMove>().AsNoTracking().Where(m => m.At < span.Before && db.Set<Deal>().Any(d => d.Id == m.Deal && d.Organisation == organisation)).OrderByDescending(m => m.At).Take(span.Most).Join(db.Set<Deal>(), m => m.Deal, d => d.Id, (m, d) => new { m, d.Title }).ToListAsync(ct);
        var changes = await db.Set<CommitmentChange>().AsNoTracking().Where(c => c.Organisation == organisation && c.EnteredAt < span.Before).OrderByDescending(c => c.EnteredAt).Take(span.Most).ToListAsync(ct);
        return [.. begun.Select(d => new TimelineLine(d.BegunAt, $"A deal was begun: {d.Title}", d.For.Words(), $"/desk/funding/deals/{d.Id}", TimelineRoom.Desk)),
            .. moves.Select(m => new TimelineLine(m.m.At, $"{m.Title}: {m.m.Words}", m.m.Why ?? "", $"/desk/funding/deals/{m.m.Deal}", TimelineRoom.Desk)),
            .. changes.Select(c => new TimelineLine(c.EnteredAt, "Its commitment to the year was changed", c.What, "/desk/funding/commitments", TimelineRoom.My))];
    }

    public async Task<IReadOnlyList<TimelineLine>> OfPerson(Db db, IReadOnlyCollection<Guid> records, TimelineSpan span, CancellationToken ct) =>
        [.. (await db.Set<DealMove>().AsNoTracking().Where(m => m.By != null && records.Contains(m.By.Value) && m.At < span.Before).OrderByDescending(m => m.At).Take(span.Most).Join(db.Set<Deal>(), m => m.Deal, d => d.Id, (m, d) => new { m, d.Title }).ToListAsync(ct))
            .Select(m => new TimelineLine(m.m.At, $"Moved the deal “{m.Title}” {m.m.Words}", m.m.Why ?? "", $"/desk/funding/deals/{m.m.Deal}", TimelineRoom.Desk))];
}

/// <summary>Deals by sponsor, title, notes and what was promised.</summary>
public sealed class SearchedDeals : ISearchable
{
    public string Kind => "deal";
    public string Heading => "Deals";

    public Guid? Of(Record saved) => saved switch { Deal d => d.Id, Benefit b => b.Deal, _ => null };

    public IQueryable<Guid>? Beside(Db db, Record saved) => saved is Organisation body ? db.Set<Deal>().Where(d => d.Organisation == body.Id).Select(d => d.Id) : null;

    public IQueryable<Guid> All(Db db) => db.Set<Deal>().Select(d => d.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = await db.Set<Deal>().AsNoTracking().Where(d => ids.Contains(d.Id)).Join(db.Set<Organisation>(), d => d.Organisation, o => o.Id, (d, o) => new { d, o.Name }).ToListAsync(ct);
        var promised = (await db.Set<Benefit>().AsNoTracking().Where(b => ids.Contains(b.Deal)).Select(b => new { b.Deal, b.What }).ToListAsync(ct)).ToLookup(b => b.Deal, b => b.What);
        return [.. found.Select(x => new SearchWords(x.d.Id, $"{x.Name}: {x.d.Title}", string.Join(" · ", new[] { x.d.Stage.Words(), x.d.For.Words(), x.d.Notes, x.d.NextStep ?? "" }.Concat(promised[x.d.Id])), $"/desk/funding/deals/{x.d.Id}", x.d.AgreedOn))];
    }
}
