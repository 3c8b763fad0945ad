using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Rules;

/// <summary>
/// Everything that a round's result follows from, and no person's name, since a name may be erased. Anyone who has it computes
/// the same result with <see cref="Tally.Of"/>.
/// </summary>
/// <param name="Terms">The rule as it was when the round opened.</param>
/// <param name="Ends">When answers ended to count.</param>
public sealed record RoundLog(RoundKind Kind, RoundTerms Terms, bool CarryOver, DateTimeOffset Ends,
    IReadOnlyList<LogElector> Electors, IReadOnlyList<LogVersion> Versions, IReadOnlyList<LogResponse> Responses, IReadOnlyList<LogShown> Shown)
{
    /// <summary>What there was to choose from; an export from before this was kept has none.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>RFC 8785.</summary>
    public string Canonical() => CanonicalJson.Of(JsonSerializer.SerializeToNode(this, Json));

    /// <summary>The line is one of those that count.</summary>
    public bool Counts(LogResponse line) => !line.Late && line.At <= Ends;

    /// <summary>What the export holds and a sealed file names by its hash: without what came too late, so that nothing changes it any more.</summary>
    public RoundLog Counted() => this with { Responses = [.. Responses.Where(Counts)], Shown = [.. Shown.Where(s => s.At <= Ends)] };

    public static RoundLog Parse(string canonical) => JsonSerializer.Deserialize<RoundLog>(canonical, Json)!;
}

public sealed record LogElector(Guid Id, string Code, string Name, IReadOnlyList<string> SpeaksFor);

/// <param name="Correction">Passed as one that changes no meaning: an agreement to the version before it holds.</param>
public sealed record LogVersion(int Number, string Hash, string Canonical, DateTimeOffset ShownAt, DateTimeOffset ClosesAt, bool Correction = false);

/// <param name="Number">Its place in the log: the higher of two is the later.</param>
/// <param name="Late">It came when the round took no more answers; kept and not counted.</param>
public sealed record LogResponse(int Number, Guid Elector, Answer Answer, string Hash, DateTimeOffset At, bool Late = false)
{
    public string? Reason { get; init; }
    public string? Comment { get; init; }
    public string? Passage { get; init; }
    public string? Choice { get; init; }
    public long? AmountPence { get; init; }
    public AnswerWay Way { get; init; }
}

/// <summary>Somebody of an elector has seen a version: signed in, or they said so. That a link was opened is not in the log.</summary>
public sealed record LogShown(Guid Elector, int Version, DateTimeOffset At);
