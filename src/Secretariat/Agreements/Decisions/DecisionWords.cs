using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;

namespace Secretariat.Agreements.Decisions;

public static class DecisionWords
{
    public static string Words(this RoundOutcome outcome) => outcome switch
    {
        RoundOutcome.Passed => "passed",
        RoundOutcome.NotPassed => "not passed",
        _ => "noted",
    };

    /// <summary>The look of its mark on the desk.</summary>
    public static string Look(this RoundOutcome outcome) => outcome switch
    {
        RoundOutcome.Passed => "done",
        RoundOutcome.NotPassed => "late",
        _ => "",
    };

    /// <summary>The page on which a decision proves something, from what it is about; null when that is nothing known.</summary>
    public static (string Href, string Words)? Proves(string? about) =>
        about?.Split(':') is ["plan", var year, var step] ? ($"/desk/plan/road?year={Uri.EscapeDataString(year)}#{Uri.EscapeDataString(step)}", $"a step on the road of the plan of {year.Replace('-', '/')}") : null;

    /// <summary>"the Management Board, by show of hands"</summary>
    public static string Taken(DecisionBy by, DecisionHow how) =>
        $"{(by == DecisionBy.Board ? "the Management Board" : "the members")}, {(how == DecisionHow.Round ? "in a round" : "by show of hands")}";
}
