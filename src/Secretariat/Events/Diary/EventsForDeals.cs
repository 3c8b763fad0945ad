using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Deals;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Diary;

/// <summary>Events that a sponsor's deal may pay for, or that money was spent on: those that take place, the latest first.</summary>
public sealed class EventsForDeals(Db db) : IDealEvents
{
    private const int Most = 100;

    public async Task<IReadOnlyList<DealEvent>> Choices(CancellationToken ct) =>
        Shown(await db.Set<Event>().AsNoTracking().Where(e => e.State != EventState.Cancelled).OrderByDescending(e => e.Day).ThenBy(e => e.Id).Take(Most).ToListAsync(ct));

    public async Task<IReadOnlyList<DealEvent>> Of(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? [] : Shown(await db.Set<Event>().AsNoTracking().Where(e => ids.Contains(e.Id)).OrderByDescending(e => e.Day).ToListAsync(ct));

    private static List<DealEvent> Shown(List<Event> events) =>
        events.ConvertAll(e => new DealEvent(e.Id, e.State == EventState.Cancelled ? $"{e.Title} (cancelled)" : e.Title, e.Day, $"/desk/events/{e.Id}", e.CostPence is { } pence ? new Money(pence) : null) { Open = e.IsPublic });
}

/// <summary>An event that was held proves what was promised for it; taken back, it proves nothing.</summary>
public sealed class HeldEventProof(Db db) : IBenefitProof
{
    private const int Most = 60;

    public string Kind => "event-held";
    public string Heading => "Events that were held";

    public Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) => Read(Held().OrderByDescending(e => e.Day).ThenBy(e => e.Id).Take(Most), ct);

    public Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Read(Held().Where(e => ids.Contains(e.Id)), ct);

    private IQueryable<Event> Held() => db.Set<Event>().AsNoTracking().Where(e => e.State == EventState.Held);

    private static async Task<IReadOnlyList<ProofShown>> Read(IQueryable<Event> events, CancellationToken ct) =>
        (await events.ToListAsync(ct)).ConvertAll(e => new ProofShown(e.Id, $"{e.Title}, held", e.Day, $"/desk/events/{e.Id}", e.IsPublic ? $"/events/{e.Slug}" : null));
}

/// <summary>An event's page in the public diary, as long as it stands there.</summary>
public sealed class EventPageProof(Db db) : IBenefitProof
{
    private const int Most = 60;

    public string Kind => "event-page";
    public string Heading => "Events in the public diary";

    public Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct) => Read(Open().OrderByDescending(e => e.Day).ThenBy(e => e.Id).Take(Most), ct);

    public Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Read(Open().Where(e => ids.Contains(e.Id)), ct);

    // One that was called off has a page still, which says so.
    private IQueryable<Event> Open() => db.Set<Event>().AsNoTracking().Where(e => e.Circulation == Publishing.Items.Circulation.Public && e.State != EventState.Cancelled && e.AnnouncedAt != null);

    private static async Task<IReadOnlyList<ProofShown>> Read(IQueryable<Event> events, CancellationToken ct) =>
        (await events.ToListAsync(ct)).ConvertAll(e => new ProofShown(e.Id, $"The page of {e.Title}", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(e.AnnouncedAt!.Value, e.When.ZoneInfo).DateTime), $"/events/{e.Slug}", $"/events/{e.Slug}"));
}
