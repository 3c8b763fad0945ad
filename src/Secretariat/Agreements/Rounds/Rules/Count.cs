using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Rules;

/// <summary>What came of a round. <see cref="Noted"/>: each answered for itself, and nothing was decided for anybody else.</summary>
public enum RoundOutcome { Passed, NotPassed, Noted }

/// <summary>Where an elector stands when the log is counted.</summary>
public enum Stand { Agrees, AgreesWithChanges, Objects, Abstains, DealsThemselves, Confirms, Declines, Commented, Chose, Withdrew, Lapsed, Silent }

/// <param name="Response">The number of the answer in the log; null for the silent.</param>
public sealed record Standing(Guid Elector, string Name, Stand Stand, int? Response);

/// <param name="Chose">How many members, or seats, chose it.</param>
public sealed record OptionCount(string Option, int Chose);

/// <summary>The result of a round, from its log alone.</summary>
/// <param name="Why">In plain English.</param>
/// <param name="Whose">"all 38" only when all agreed, otherwise "29 members, listed"; empty when nobody did.</param>
/// <param name="Needed">How many yeses the rule takes; null when it sets none.</param>
public sealed record Count(RoundOutcome Outcome, string Why, string Whose, int? Needed, IReadOnlyList<Standing> Standings)
{
    /// <summary>Where there was something to choose: each thing, also what nobody chose.</summary>
    public IReadOnlyList<OptionCount> Options { get; init; } = [];

    /// <summary>What most chose; null when two are level, too few answered, or there was nothing to choose.</summary>
    public string? Chosen { get; init; }

    public int Of(Stand stand) => Standings.Count(s => s.Stand == stand);

    public IReadOnlyList<Standing> Those(Stand stand) => [.. Standings.Where(s => s.Stand == stand)];

    /// <summary>How many have said something that still stands.</summary>
    [JsonIgnore]
    public int Answered => Standings.Count(s => !s.Stand.IsMissing());

    public string Canonical() => CanonicalJson.Of(JsonSerializer.SerializeToNode(this, RoundLog.Json));

    public static Count Parse(string canonical) => JsonSerializer.Deserialize<Count>(canonical, RoundLog.Json)!;
}

public static class StandWords
{
    /// <summary>Nothing that it said stands: it is rung, reminded and counted among those who are still to answer.</summary>
    public static bool IsMissing(this Stand stand) => stand is Stand.Silent or Stand.Lapsed or Stand.Withdrew;

    /// <summary>While the round takes answers, silence is not an answer that was not given.</summary>
    public static string Words(this Stand stand, bool open) => open && stand == Stand.Silent ? "not yet" : stand.Words();

    public static string Words(this Stand stand) => stand switch
    {
        Stand.Agrees => "agrees",
        Stand.AgreesWithChanges => "agrees, with changes",
        Stand.Objects => "objects",
        Stand.Abstains => "abstains",
        Stand.DealsThemselves => "is dealing with them itself",
        Stand.Confirms => "confirms",
        Stand.Declines => "declines",
        Stand.Commented => "commented",
        Stand.Chose => "chose",
        Stand.Withdrew => "withdrew its answer",
        Stand.Lapsed => "agreed to an earlier text",
        _ => "did not answer",
    };
}
