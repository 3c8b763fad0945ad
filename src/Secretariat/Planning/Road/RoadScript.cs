using System.Globalization;
using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Planning.Road;

/// <summary>One thing that somebody does on the road, and when.</summary>
public abstract record RoadAct(DateTimeOffset At, string Year, string Step, string What);

public sealed record CopyAct(DateTimeOffset At, string Year) : RoadAct(At, Year, "", $"Begin the plan of {Year}");

public sealed record DecideAct(DateTimeOffset At, string Year, string Step, string Text, IReadOnlyDictionary<string, Hand> Otherwise) : RoadAct(At, Year, Step, $"The Board decides: {Step} {Year}");

public sealed record AskAct(DateTimeOffset At, string Year, string Step, DateTimeOffset Closes) : RoadAct(At, Year, Step, $"Ask the members: {Step} {Year}");

public sealed record AnswerAct(DateTimeOffset At, string Year, string Step, string Member, PositionKind As) : RoadAct(At, Year, Step, $"A member answers: {Step} {Year}")
{
    public Answer? Answer { get; init; }
    public string? Comment { get; init; }
    public string? Passage { get; init; }
    public string? Logged { get; init; }
}

public sealed record CallAct(DateTimeOffset At, string Year, string Step, string Member, CallOutcome Outcome) : RoadAct(At, Year, Step, $"Ring a member: {Step} {Year}");

public sealed record SettleAct(DateTimeOffset At, string Year, string Step, IReadOnlyList<(int Line, Verdict Verdict, string? Reason)> Given) : RoadAct(At, Year, Step, $"Settle comments: {Step} {Year}");

public sealed record TellAct(DateTimeOffset At, string Year, string Step) : RoadAct(At, Year, Step, $"Tell authors: {Step} {Year}");

public sealed record BesideAct(DateTimeOffset At, string Year, string Step, string Organisation, long? AmountPence, string Evidence, string? Link) : RoadAct(At, Year, Step, $"Record a confirmation: {Step} {Year}");

/// <summary>Reads <c>year/road.yaml</c>.</summary>
public sealed record RoadScript(bool Invented, IReadOnlyList<RoadAct> Acts)
{
    private static readonly TimeOnly Morning = new(9, 10);

    /// <param name="members">Their codes, in the members' order.</param>
    public static RoadScript Read(YamlMappingNode root, IReadOnlyList<string> members, TimeZoneInfo zone, Action<int, string> fault)
    {
        List<RoadAct> acts = [];
        foreach (var road in root.Maps("roads"))
        {
            var reader = new Reader(road.Text("year") ?? "", members, zone, fault);
            if (road.Map("copy") is { } copy) acts.AddRange(reader.At(copy).Select(at => new CopyAct(at, reader.Year)));
            foreach (var step in road.Maps("steps")) acts.AddRange(reader.Step(step));
        }
        return new(root.Flag("invented"), [.. acts.OrderBy(a => a.At)]);
    }

    private sealed class Reader(string year, IReadOnlyList<string> members, TimeZoneInfo zone, Action<int, string> fault)
    {
        public string Year => year;

        public IEnumerable<RoadAct> Step(YamlMappingNode step)
        {
            var code = step.Text("step") ?? "";
            if (step.Map("decision") is { } decision)
                foreach (var at in At(decision)) yield return new DecideAct(at, year, code, decision.Text("text") ?? "", Hands(decision.Map("hands")));
            if (step.Map("round") is { } round)
                foreach (var at in At(round))
                    foreach (var closes in At(round, "closes")) yield return new AskAct(at, year, code, closes);
            var named = step.Maps("answers").ToList();
            foreach (var answer in named)
                foreach (var at in At(answer))
                    yield return new AnswerAct(at, year, code, answer.Text("member") ?? "", Read(answer, "as", PositionKind.Chair))
                    {
                        Answer = answer.Text("answer") is null ? null : Read(answer, "answer", Answer.Comment),
                        Comment = answer.Text("comment"),
                        Passage = answer.Text("passage"),
                        Logged = answer.Text("logged"),
                    };
            if (step.Map("each") is { } each)
                foreach (var act in Each(each, code, [.. named.Select(a => a.Text("member"))])) yield return act;
            foreach (var call in step.Maps("calls"))
                foreach (var at in At(call)) yield return new CallAct(at, year, code, call.Text("member") ?? "", Read(call, "outcome", CallOutcome.NoReply));
            if (step.Map("dispositions") is { } settled)
            {
                foreach (var at in At(settled)) yield return new SettleAct(at, year, code, [.. settled.Maps("given").Select(g => (g.Whole("line") ?? 0, Read(g, "verdict", Verdict.Deferred), g.Text("reason")))]);
                foreach (var at in At(settled, "told")) yield return new TellAct(at, year, code);
            }
            foreach (var beside in step.Maps("beside"))
                foreach (var at in At(beside))
                    yield return new BesideAct(at, year, code, beside.Text("organisation") ?? "", long.TryParse(beside.Text("amount_pence"), out var pence) ? pence : null, beside.Text("evidence") ?? "", beside.Text("link"));
        }

        /// <summary>The moment, or nothing and a fault with its line.</summary>
        public IEnumerable<DateTimeOffset> At(YamlMappingNode node, string key = "at")
        {
            if (DateTime.TryParseExact(node.Text(key), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return [DateOnly.FromDateTime(at).At(TimeOnly.FromDateTime(at), zone)];
            fault(node.Line(), $"“{node.Text(key)}” is no moment; write “{key}” as 2017-01-31 10:00");
            return [];
        }

        private IEnumerable<RoadAct> Each(YamlMappingNode each, string step, HashSet<string?> named)
        {
            if (each.Date("from") is not { } day || each.Whole("a_day") is not { } many || many < 1)
            {
                fault(each.Line(), "“each” needs a day to begin on, and how many a day");
                yield break;
            }
            var left = 0;
            foreach (var member in members.Where(m => !named.Contains(m)))
            {
                if (left == many) (day, left) = (day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1), 0);
                // Some an hour after breakfast, some between two meetings: never two at the same minute.
                yield return new AnswerAct(day.At(Morning.AddMinutes(90 + left * 113), zone), year, step, member, PositionKind.Chair);
                left++;
            }
        }

        private Dictionary<string, Hand> Hands(YamlMappingNode? hands)
        {
            var otherwise = new Dictionary<string, Hand>();
            foreach (var hand in Enum.GetValues<Hand>())
                foreach (var seat in hands?.Texts(hand.Code()) ?? []) otherwise[seat] = hand;
            return otherwise;
        }

        private T Read<T>(YamlMappingNode node, string key, T usual) where T : struct, Enum
        {
            if (node.Text(key) is not { } text) return usual;
            if (PackText.Parse<T>(text) is { } value) return value;
            fault(node.Line(), $"“{text}” is not a known {key}");
            return usual;
        }
    }
}
