using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>One change of state by a worker, waiting for the next group commit.</summary>
public sealed record Move(Delivery Delivery, DeliveryState To, string Why)
{
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? NotBefore { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>True when it was written, false when the worker no longer held the delivery.</summary>
    public TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Many moves as one parameter of one statement, on either database.</summary>
    public static string ToJson(Db db, IEnumerable<Move> moves) => JsonSerializer.Serialize(moves.Select(m => new Row(
        SqlText.Id(db, m.Delivery.Id), m.Delivery.Attempt, m.To.ToString(), m.Why, SqlText.Moment(db, m.At),
        m.NotBefore is { } later ? SqlText.Moment(db, later) : null, m.Outcome?.RemoteId)), Json);

    private sealed record Row(string id, int a, string s, string y, object t, object? n, string? r);
}
