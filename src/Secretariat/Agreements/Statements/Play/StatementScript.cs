using System.Globalization;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Agreements.Statements.Play;

/// <summary>One text of a pack's sample year, as its file tells it: the round, what was answered, and how it left.</summary>
public sealed class StatementScript(YamlMappingNode node, string file, bool invented, TimeZoneInfo zone)
{
    public sealed record Answers(DateTimeOffset At, Answer Answer, IReadOnlyList<string> Members, IReadOnlyList<string>? AllBut, string? Reason, bool ThroughPa, string? Evidence);

    public sealed record Version(DateTimeOffset At, DateTimeOffset Closes, string Text);

    public sealed record Calls(DateTimeOffset At, CallOutcome Outcome);

    public sealed record Paragraph(DateTimeOffset At, string Member, string Text);

    public sealed record ByHand(DateTimeOffset At, string To, DateTimeOffset ReceiptAt, string Receipt);

    /// <summary>By which other parts of the pack name it; its round is about this.</summary>
    public string Code => node.Text("code") ?? throw Fault(node, "a text needs a “code”");

    public string About => AboutOf(Code);

    public DateTimeOffset Opens => When(node, "opens");
    public DateTimeOffset? Seen => node.Text("seen") is null ? null : When(node, "seen");

    public static string AboutOf(string code) => $"statement:{code}";

    public Round Round()
    {
        DateOnly? until = node.Text("until") is null ? null : node.Date("until") ?? throw Fault(node, "“until” is not a date");
        return new Round(new RoundDraft(RoundKind.AgreeText, Needed(node, "title"), Needed(node, "rule"), Words(Needed(node, "text")), Needed(node, "text"), When(node, "closes")) { About = About, MandateUntil = until }) { Invented = invented };
    }

    public RoundText Words(string text) => RoundText.Written(Needed(node, "subject"), text, node.Maps("links").Select(l => new TextLink(l.Text("text") ?? "", l.Text("url") ?? "")));

    public IEnumerable<Version> Versions => node.Maps("versions").Select(v => new Version(When(v, "at"), When(v, "closes"), Needed(v, "text")));

    public IEnumerable<Answers> Given => node.Maps("answers").Select(a => new Answers(When(a, "at"), Choice<Answer>(a, "answer"), [.. a.Texts("members")], a.Node("all_but") is null ? null : [.. a.Texts("all_but")],
        a.Text("reason"), a.Flag("pa"), a.Text("evidence")));

    public IEnumerable<Calls> Rung => node.Maps("calls").Select(c => new Calls(When(c, "at"), Choice<CallOutcome>(c, "outcome")));

    public IEnumerable<Paragraph> Paragraphs => node.Maps("dissents").Select(d => new Paragraph(When(d, "at"), Needed(d, "member"), Needed(d, "text")));

    public ByHand? Carried => node.Map("by_hand") is { } hand ? new ByHand(When(hand, "at"), Needed(hand, "to"), When(hand, "receipt_at"), Needed(hand, "receipt")) : null;

    public RuleBroken NoMember(string code) => Fault(node, $"no member that was asked has the code “{code}”");

    private static T Choice<T>(YamlMappingNode map, string key) where T : struct, Enum => PackText.Parse<T>(map.Text(key) ?? "") ?? throw new RuleBroken($"“{map.Text(key)}” is no {key}");

    private string Needed(YamlMappingNode map, string key) => map.Text(key) is { Length: > 0 } text ? text : throw Fault(map, $"a “{key}” is missing");

    private DateTimeOffset When(YamlMappingNode map, string key) =>
        DateTime.TryParseExact(map.Text(key), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? DateOnly.FromDateTime(local).At(TimeOnly.FromDateTime(local), zone) : throw Fault(map, $"“{key}” is a day and a time, such as 2017-09-20 16:00");

    private RuleBroken Fault(YamlNode at, string reason) => new(new PackFault(file, at.Line(), reason).ToString());
}
