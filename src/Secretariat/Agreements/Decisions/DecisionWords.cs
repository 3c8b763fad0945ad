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

    /// <summary>"the Management Board, by show of hands"</summary>
    public static string Taken(DecisionBy by, DecisionHow how) =>
        $"{(by == DecisionBy.Board ? "the Management Board" : "the members")}, {(how == DecisionHow.Round ? "in a round" : "by show of hands")}";
}
