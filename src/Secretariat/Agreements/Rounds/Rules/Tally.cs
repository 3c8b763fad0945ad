namespace Secretariat.Agreements.Rounds.Rules;

/// <summary>
/// Counts a round from its log. It looks at nothing else: who may answer was checked on the day of each answer, so a position
/// lost afterwards does not unsay what was said.
/// </summary>
public static class Tally
{
    public static Count Of(RoundLog log)
    {
        var standing = Latest(log);
        var latest = log.Responses.Where(log.Counts).GroupBy(r => r.Elector).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        List<Standing> standings = [.. log.Electors.Select(e => latest.TryGetValue(e.Id, out var answer)
            ? new Standing(e.Id, e.Name, StandOf(answer, standing, log), answer.Number)
            : new Standing(e.Id, e.Name, Stand.Silent, null))];
        return log.Kind == RoundKind.Choose ? Chosen(log, standings) : Judged(log, standings);
    }

    private static Stand StandOf(LogResponse answer, IReadOnlyList<LogVersion> standing, RoundLog log) => answer.Answer switch
    {
        // Yes is said to words: to other words it was not said. What is not a yes stands until its member says otherwise.
        Answer.Agree => Holds(answer, standing, log) ? Stand.Agrees : Stand.Lapsed,
        Answer.Confirm => Holds(answer, standing, log) ? Stand.Confirms : Stand.Lapsed,
        Answer.AgreeWithChanges => Stand.AgreesWithChanges,
        Answer.Object => Stand.Objects,
        Answer.Abstain => Stand.Abstains,
        Answer.DealingOurselves => Stand.DealsThemselves,
        Answer.Decline => Stand.Declines,
        Answer.Comment => Stand.Commented,
        Answer.Choose => Stand.Chose,
        _ => Stand.Withdrew,
    };

    /// <summary>The words that members were last asked about, and what corrected them since without changing their meaning.</summary>
    private static List<LogVersion> Latest(RoundLog log)
    {
        var asked = log.Versions.Where(v => !v.Correction).Select(v => v.Number).DefaultIfEmpty().Max();
        return [.. log.Versions.Where(v => v.Number >= asked)];
    }

    private static bool Holds(LogResponse answer, IReadOnlyList<LogVersion> standing, RoundLog log) =>
        standing.Any(v => v.Hash == answer.Hash || (log.CarryOver && log.Shown.Any(s => s.Elector == answer.Elector && s.Version == v.Number && s.At <= log.Ends)));

    private static Count Chosen(RoundLog log, List<Standing> standings)
    {
        var choices = log.Responses.ToLookup(r => r.Number, r => r.Choice);
        var picks = standings.Where(s => s.Stand == Stand.Chose).Select(s => choices[s.Response!.Value].First() ?? "").ToList();
        List<OptionCount> options = [.. log.Options.Concat(picks).Distinct().Select(o => new OptionCount(o, picks.Count(p => p == o)))];
        var first = options.Where(o => o.Chose > 0 && o.Chose == options.Max(other => other.Chose)).ToList();
        var answered = standings.Count(s => !s.Stand.IsMissing());
        var (chosen, end) = ((string?)null, "");
        if (log.Terms.Quorum is { } quorum && answered < quorum) end = $"{answered} of {Many(standings.Count, log)} answered, and at least {quorum} must, so nothing is decided";
        else if (first.Count == 0) end = "nobody chose";
        else if (first.Count > 1) end = "a tie, so nothing is decided";
        else (chosen, end) = (first[0].Option, $"most chose {first[0].Option}");
        return new Count(RoundOutcome.Noted, $"{string.Join(", ", options.Select(o => $"{o.Option} {o.Chose}"))}; {end}.", "", null, standings) { Options = options, Chosen = chosen };
    }

    private static Count Judged(RoundLog log, List<Standing> standings)
    {
        var all = standings.Count;
        int In(Stand stand) => standings.Count(s => s.Stand == stand);
        var (said, against) = log.Kind == RoundKind.Confirm ? (In(Stand.Confirms), In(Stand.Declines)) : (In(Stand.Agrees), In(Stand.Objects));
        var silent = log.Terms.Silence == Silence.Consent && log.Kind == RoundKind.AgreeText && log.Terms.Threshold is { IsAll: false } ? In(Stand.Silent) : 0;
        var yes = said + silent;
        var answered = standings.Count(s => !s.Stand.IsMissing());
        var needed = log.Kind is RoundKind.AgreeText or RoundKind.Confirm && log.Terms.Threshold is { } part ? part.Of(all) : (int?)null;
        var (outcome, why) = (RoundOutcome.NotPassed, "");
        var what = log.Kind == RoundKind.Confirm ? "confirm" : "agree";
        var with = silent > 0 ? $", with {silent} who did not answer taken as agreeing, as the round said when it opened" : "";
        if (needed is not { } least) (outcome, why) = (RoundOutcome.Noted, $"Each answers for itself: {answered} of {Many(all, log)} answered{(log.Kind == RoundKind.Confirm ? $", {said} confirm and {against} decline" : "")}. Nothing is decided for those who did not.");
        else if (all == 0) why = "Nobody was asked.";
        else if (log.Terms.Quorum is { } quorum && answered < quorum) why = $"{answered} of {Many(all, log)} answered, and at least {quorum} must.";
        else if (log.Terms.ObjectionBlocks && against > 0) why = $"{Many(against, log)} {(against == 1 ? "objects" : "object")}, and under this rule one objection is enough to stop it.";
        else if (said == 0) why = $"Nobody said yes{(silent > 0 ? ", and silence alone decides nothing" : "")}.";
        else if (yes < least) why = $"{yes} of {Many(all, log)} {what}{with}, and {least} are needed.";
        else if (yes <= against) why = $"As many object as {what}, and a tie decides nothing.";
        else (outcome, why) = (RoundOutcome.Passed, $"{yes} of {Many(all, log)} {what}{with}, and {least} are needed.");
        return new Count(outcome, why, Whose(said, all, log), needed, standings);
    }

    private static string Whose(int said, int all, RoundLog log) =>
        said == 0 ? "" : said == all ? log.Terms.Base == RoundBase.Seats ? $"all {all} seats of the Board" : $"all {all}" : $"{Many(said, log)}, listed";

    private static string Many(int count, RoundLog log) => (log.Terms.Base, count) switch
    {
        (RoundBase.Seats, 1) => "1 seat of the Board",
        (RoundBase.Seats, _) => $"{count} seats of the Board",
        (_, 1) => "1 member",
        _ => $"{count} members",
    };
}
