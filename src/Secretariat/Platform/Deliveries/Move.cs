using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>One change of state by a worker, waiting for the next group commit.</summary>
public sealed record Move(Delivery Delivery, DeliveryState To, string Why, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public DateTimeOffset? NotBefore { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>True when it was written, false when the worker no longer held the delivery.</summary>
    internal TaskCompletionSource<bool> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The same without any words of others: for a database that will not take them.</summary>
    internal Move Bare() => this with
    {
        To = Outcome?.Keep is null ? To : DeliveryState.Failed,
        Why = "What the other side said could not be written down.",
        Outcome = Outcome is null ? null : new Outcome(To, "") { PaceDomain = false },
    };

    /// <summary>Many moves as one parameter of one statement, on either database.</summary>
    internal static string ToJson(Db db, IEnumerable<Move> moves) => JsonSerializer.Serialize(moves.Select(m => new Row(
        SqlText.Id(db, m.Delivery.Id), SqlText.Id(db, m.Delivery.Worker ?? Guid.Empty), m.Delivery.Attempt, m.To.ToString(), m.Why, SqlText.Moment(db, m.At),
        m.NotBefore is { } later ? SqlText.Moment(db, later) : null, m.Outcome?.RemoteId)), Json);

    private sealed record Row(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("w")] string Worker,
        [property: JsonPropertyName("a")] int Attempt,
        [property: JsonPropertyName("s")] string State,
        [property: JsonPropertyName("y")] string Why,
        [property: JsonPropertyName("t")] object At,
        [property: JsonPropertyName("n")] object? NotBefore,
        [property: JsonPropertyName("r")] string? RemoteId);
}
