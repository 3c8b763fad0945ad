using CsCheck;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds.Rules;

/// <summary>What must hold for any history of any round.</summary>
public sealed class TallyProperties
{
    private static readonly DateTimeOffset Opened = TheNetwork.Start, Ends = TheNetwork.Start.AddDays(7);
    private static readonly Answer[] Answers = [.. RoundKind.AgreeText.Answers(), Answer.Withdrawn];

    private static readonly Gen<RoundTerms> Terms = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Bool, Gen.Int[0, 6], Gen.Bool, Gen.Bool).Select((num, den, more, quorum, blocks, silence) =>
    {
        var threshold = new Threshold(Math.Min(num, den), den, more && num < den);
        return new RoundTerms("Rule", "", threshold, RoundBase.Members, quorum == 0 ? null : quorum, Objections.Listed, blocks, silence && !threshold.IsAll ? Silence.Consent : Silence.Nothing, false);
    });

    private static readonly Gen<RoundLog> Logs = Gen.Select(Terms, Gen.Int[1, 9], Gen.Bool.Array[0, 2], Gen.Bool, Gen.Select(Gen.Int[0, 8], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 9]).Array[0, 30], Gen.Select(Gen.Int[0, 8], Gen.Int[1, 3]).Array[0, 8])
        .Select((terms, electors, changes, carry, answers, shown) =>
        {
            var asked = Enumerable.Range(0, electors).Select(n => new LogElector(Guid.CreateVersion7(), $"E{n}", $"Member {n}", [])).ToList();
            // Each change of the text is a new version or a correction.
            var versions = changes.Length + 1;
            return new RoundLog(RoundKind.AgreeText, terms, carry, Ends, asked,
                [.. Enumerable.Range(1, versions).Select(n => new LogVersion(n, $"hash {n}", "{}", Opened.AddHours(n), Ends, n > 1 && changes[n - 2]))],
                // One in ten comes on the tenth day, which is too late.
                [.. answers.Select((a, n) => new LogResponse(n + 1, asked[a.Item1 % electors].Id, Answers[a.Item2], $"hash {1 + (a.Item3 % versions)}", Opened.AddDays(a.Item4 == 9 ? 10 : 0).AddHours(n)))],
                [.. shown.Select(s => new LogShown(asked[s.Item1 % electors].Id, s.Item2, Opened.AddHours(5)))]);
        });

    [Fact]
    public void Whoever_counts_the_export_again_finds_the_stored_result() => Logs.Sample(log =>
    {
        var stored = Tally.Of(log).Canonical();
        Tally.Of(RoundLog.Parse(log.Canonical())).Canonical().ShouldBe(stored);
        Tally.Of(RoundLog.Parse(log.Counted().Canonical())).Canonical().ShouldBe(stored, "what came too late is not needed for it");
        Count.Parse(stored).Canonical().ShouldBe(stored);
    });

    [Fact]
    public void In_which_order_different_members_answered_makes_no_difference() => Gen.Select(Logs, Gen.Int).Sample((log, seed) =>
    {
        // Each member's own answers keep their order; the members are dealt out anew.
        var queues = log.Responses.GroupBy(r => r.Elector).Select(g => new Queue<LogResponse>(g.OrderBy(r => r.Number))).ToList();
        var (random, dealt) = (new Random(seed), new List<LogResponse>());
        while (queues.Any(q => q.Count > 0))
        {
            var open = queues.Where(q => q.Count > 0).ToList();
            dealt.Add(open[random.Next(open.Count)].Dequeue() with { Number = dealt.Count + 1 });
        }
        Shape(Tally.Of(log with { Responses = dealt })).ShouldBe(Shape(Tally.Of(log)));
    });

    [Fact]
    public void One_more_agreement_never_makes_a_passed_round_fail() => Gen.Select(Logs, Gen.Int[0, 8]).Sample((log, who) =>
    {
        var before = Tally.Of(log);
        var after = Tally.Of(With(log, who, Answer.Agree, log.Ends));
        if (before.Outcome == RoundOutcome.Passed) after.Outcome.ShouldBe(RoundOutcome.Passed);
        after.Of(Stand.Agrees).ShouldBeGreaterThanOrEqualTo(before.Of(Stand.Agrees));
    });

    [Fact]
    public void Full_agreement_passes_exactly_when_the_last_counted_answer_of_each_is_yes_to_the_last_text() => Logs.Sample(log =>
    {
        log = log with { CarryOver = false, Terms = log.Terms with { Threshold = new(1, 1, false), Silence = Silence.Nothing, Quorum = null } };
        var all = log.Electors.All(e => log.Responses.Where(r => r.Elector == e.Id && r.At <= Ends).OrderBy(r => r.Number).LastOrDefault() is { Answer: Answer.Agree } last && OnlyCorrectionsFollow(log, last.Hash));
        (Tally.Of(log).Outcome == RoundOutcome.Passed).ShouldBe(all);
    });

    [Fact]
    public void An_agreement_holds_exactly_when_only_corrections_follow_its_words_or_the_round_said_that_it_carries_over() => Logs.Sample(log =>
    {
        var count = Tally.Of(log);
        foreach (var elector in log.Electors)
        {
            if (log.Responses.Where(r => r.Elector == elector.Id && r.At <= Ends).OrderBy(r => r.Number).LastOrDefault() is not { Answer: Answer.Agree } last) continue;
            // Whoever was shown the redline of the last new version was shown all that carries over: a correction is nothing new.
            var carries = log.CarryOver && log.Shown.Any(s => s.Elector == elector.Id && log.Versions.Any(v => v.Number == s.Version && OnlyCorrectionsFollow(log, v.Hash)));
            count.Standings.Single(s => s.Elector == elector.Id).Stand.ShouldBe(OnlyCorrectionsFollow(log, last.Hash) || carries ? Stand.Agrees : Stand.Lapsed);
        }
    });

    [Fact]
    public void The_silent_are_never_among_those_who_agree_and_silence_alone_decides_nothing() => Logs.Sample(log =>
    {
        var count = Tally.Of(log);
        var spoke = log.Responses.Where(r => r.At <= Ends).Select(r => r.Elector).ToHashSet();
        count.Those(Stand.Agrees).Select(s => s.Elector).ShouldAllBe(e => spoke.Contains(e));
        if (count.Of(Stand.Agrees) == 0) count.Outcome.ShouldNotBe(RoundOutcome.Passed);
        count.Standings.Count.ShouldBe(log.Electors.Count);
    });

    [Fact]
    public void A_late_answer_changes_nothing() => Gen.Select(Logs, Gen.Int[0, 8], Gen.Int[0, 5]).Sample((log, who, answer) =>
    {
        var before = Tally.Of(log);
        Shape(Tally.Of(With(log, who, Answers[answer], log.Ends.AddTicks(1)))).ShouldBe(Shape(before));
        var marked = With(log, who, Answers[answer], log.Ends);
        var late = marked with { Responses = [.. marked.Responses.SkipLast(1), marked.Responses[^1] with { Late = true }] };
        Tally.Of(late).Canonical().ShouldBe(before.Canonical());
        late.Counted().Canonical().ShouldBe(log.Counted().Canonical(), "nor the log that a sealed file names by its hash");
    });

    [Fact]
    public void All_is_said_only_when_all_agree() => Logs.Sample(log =>
    {
        var count = Tally.Of(log);
        count.Whose.StartsWith("all ", StringComparison.Ordinal).ShouldBe(count.Of(Stand.Agrees) == log.Electors.Count);
    });

    [Fact]
    public void A_tie_is_not_passed_under_any_rule() => Logs.Sample(log =>
    {
        var count = Tally.Of(log with { Terms = log.Terms with { Silence = Silence.Nothing } });
        if (count.Of(Stand.Agrees) <= count.Of(Stand.Objects)) count.Outcome.ShouldBe(RoundOutcome.NotPassed);
    });

    [Fact]
    public void Of_a_choice_the_numbers_add_up_to_those_who_chose_and_a_tie_is_never_a_winner() => Gen.Select(Logs, Gen.Int[0, 3].Array[30]).Sample((log, picked) =>
    {
        string[] options = ["Harrogate", "Leeds", "York"];
        // Most answers become choices; beside them some abstain, object and withdraw.
        var chosen = log with
        {
            Kind = RoundKind.Choose,
            Options = options,
            Responses = [.. log.Responses.Select((r, i) => picked[i] < options.Length ? r with { Answer = Answer.Choose, Choice = options[picked[i]] } : r)],
        };
        var count = Tally.Of(chosen);

        count.Options.Select(o => o.Option).ShouldBe(options);
        count.Options.Sum(o => o.Chose).ShouldBe(count.Of(Stand.Chose));
        if (count.Chosen is { } winner) count.Options.Where(o => o.Option != winner).ShouldAllBe(o => o.Chose < count.Options.Single(w => w.Option == winner).Chose);
        else (count.Options.Count(o => o.Chose == count.Options.Max(m => m.Chose)) > 1 || count.Answered < log.Terms.Quorum).ShouldBeTrue();
        Count.Parse(count.Canonical()).Canonical().ShouldBe(count.Canonical());
        Tally.Of(RoundLog.Parse(chosen.Canonical())).Canonical().ShouldBe(count.Canonical());
        RoundLog.Parse(chosen.Canonical().Replace(",\"options\":[\"Harrogate\",\"Leeds\",\"York\"]", "", StringComparison.Ordinal)).Options.ShouldBeEmpty("an older export has none");
    });

    private static RoundLog With(RoundLog log, int who, Answer answer, DateTimeOffset at) => log with
    {
        Responses = [.. log.Responses, new LogResponse(log.Responses.Count + 1, log.Electors[who % log.Electors.Count].Id, answer, log.Versions[^1].Hash, at)],
    };

    private static bool OnlyCorrectionsFollow(RoundLog log, string hash) =>
        log.Versions.Any(v => v.Hash == hash && log.Versions.Where(later => later.Number > v.Number).All(later => later.Correction));

    private static string Shape(Count count) => $"{count.Outcome} {count.Why} {count.Whose} {string.Join(' ', count.Standings.Select(s => $"{s.Elector}:{s.Stand}"))}";
}
