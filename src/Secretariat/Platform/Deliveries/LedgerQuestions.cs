using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>The ledger's answers: how a batch stands, and "did X get it?".</summary>
public static class LedgerQuestions
{
    public const int PageSize = 50;

    public static async Task<BatchView?> View(Db db, SendingTrouble trouble, Guid batch, DeliveryState? state, string? after, CancellationToken ct)
    {
        if (await db.Set<Batch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batch, ct) is not { } found) return null;
        var counts = await Counts(db, batch, ct);
        var rows = await Rows(db, batch, state, after, PageSize + 1, ct);
        var orders = await db.Set<Order>().AsNoTracking().Where(o => o.Batch == batch).OrderByDescending(o => o.Id).Take(20)
            .Select(o => new OrderLine(o.Kind, o.At, o.By, o.Note, db.Set<Delivery>().Where(d => d.Id == o.Delivery).Select(d => d.Address).FirstOrDefault())).ToListAsync(ct);
        return new BatchView(found, counts, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].AddressKey : null, state, after, orders, found.State == BatchState.Open ? trouble.Sentences : []);
    }

    public static async Task<IReadOnlyDictionary<DeliveryState, int>> Counts(Db db, Guid batch, CancellationToken ct) =>
        await db.Set<Delivery>().Where(d => d.Batch == batch).GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <param name="after">The last address key of the page before.</param>
    public static Task<List<LetterLine>> Rows(Db db, Guid batch, DeliveryState? state, string? after, int limit, CancellationToken ct)
    {
        var rows = db.Set<Delivery>().AsNoTracking().Where(d => d.Batch == batch);
        if (state is not null) rows = rows.Where(d => d.State == state);
        if (after is not null) rows = rows.Where(d => string.Compare(d.AddressKey, after) > 0);
        return rows.OrderBy(d => d.AddressKey).Take(limit)
            .Select(d => new LetterLine(d.Id, d.Person, d.Address, d.AddressKey, d.State, d.Why, d.Attempts, d.At, db.Set<Suppression>().Any(s => s.AddressKey == d.AddressKey && s.Class == Suppression.All))).ToListAsync(ct);
    }

    /// <summary>Why an address gets nothing more, with the latest letter to it, by which staff allow it again; null for one that does.</summary>
    public static Task<StoppedAddress?> Stopped(Db db, string addressKey, CancellationToken ct) =>
        db.Set<Suppression>().Where(s => s.AddressKey == addressKey && s.Class == Suppression.All)
            .Select(s => new StoppedAddress(s.Why, s.At, db.Set<Delivery>().Where(d => d.AddressKey == addressKey).OrderByDescending(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefault()))
            .FirstOrDefaultAsync(ct);

    /// <summary>Every letter to a person, or to an address that is theirs, newest first.</summary>
    public static Task<List<LetterToPerson>> To(Db db, Guid? person, string? addressKey, int limit, CancellationToken ct) =>
        (from delivery in db.Set<Delivery>().AsNoTracking()
         join batch in db.Set<Batch>() on delivery.Batch equals batch.Id
         where (person != null && delivery.Person == person) || (addressKey != null && delivery.AddressKey == addressKey)
         orderby delivery.At descending, delivery.Id descending
         select new LetterToPerson(delivery.Id, batch.Id, batch.Class, batch.Title, batch.About, delivery.Address, delivery.State, delivery.Why, delivery.At))
        .Take(limit).ToListAsync(ct);
}

public sealed record LetterLine(Guid Id, Guid? Person, string Address, string AddressKey, DeliveryState State, string Why, int Attempts, DateTimeOffset At, bool Stopped);

public sealed record StoppedAddress(string Why, DateTimeOffset Since, Guid? Letter)
{
    public string? Allow => Letter is { } letter ? $"/desk/letters/{letter}/allow" : null;
}

/// <param name="To">The address of the one letter that it was about; empty once it is erased, or for an order about all of them.</param>
public sealed record OrderLine(OrderKind Kind, DateTimeOffset At, string By, string Note, string? To);

public sealed record LetterToPerson(Guid Id, Guid Batch, string Class, string Title, Guid? About, string Address, DeliveryState State, string Why, DateTimeOffset At);

/// <summary>A batch as its page shows it.</summary>
/// <param name="Next">Where the next page of letters begins, or null.</param>
public sealed record BatchView(
    Batch Batch, IReadOnlyDictionary<DeliveryState, int> Counts, IReadOnlyList<LetterLine> Letters, string? Next,
    DeliveryState? State, string? After, IReadOnlyList<OrderLine> Orders, IReadOnlyCollection<string> Trouble)
{
    public int Of(DeliveryState state) => Counts.GetValueOrDefault(state);

    public int All => Counts.Values.Sum();

    public int Pending => DeliveryMoves.Pending.Sum(Of);

    /// <summary>Something may still change by itself, so the page looks again.</summary>
    public bool Live => Batch.State is BatchState.Freezing or BatchState.Open;

    public string Address(DeliveryState? state, string? after = null) =>
        $"/desk/deliveries/{Batch.Id}" + (state, after) switch
        {
            (null, null) => "",
            (null, { } key) => $"?after={Uri.EscapeDataString(key)}",
            ({ } only, null) => $"?state={only.Word()}",
            ({ } only, { } key) => $"?state={only.Word()}&after={Uri.EscapeDataString(key)}",
        };

    /// <summary>The look of a state's mark: the desk's own classes.</summary>
    public static string Mark(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "state sent",
        DeliveryState.Failed or DeliveryState.Bounced => "state failed",
        DeliveryState.Unknown or DeliveryState.Deferred => "state waiting",
        DeliveryState.Suppressed or DeliveryState.Cancelled => "state off",
        _ => "state",
    };
}
