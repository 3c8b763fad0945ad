using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds.Desk;

/// <summary>The text, as a form has it.</summary>
public class WordsInput
{
    [StringLength(400)] public string? Subject { get; set; }
    [StringLength(60_000, ErrorMessage = "Keep the text shorter, and link to the paper.")] public string? Text { get; set; }

    /// <summary>One link a line: its words, a space and the address.</summary>
    [StringLength(10_000)] public string? Links { get; set; }

    /// <summary>As it was when the form was opened: two windows cannot both win.</summary>
    public int Version { get; set; }

    /// <summary>The number of the wording that was read.</summary>
    public int Read { get; set; }

    public RoundText Words() => RoundText.Written(Subject, Text, (Links ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Select(Link));

    public void Take(Round round)
    {
        var version = round.Latest;
        (Subject, Text, Links, Version, Read) = (version.Subject, version.Markdown, string.Join('\n', version.Text.Links.Select(l => $"{l.Text} {l.Url}")), round.Version, version.Number);
    }

    private static TextLink Link(string line)
    {
        var at = line.LastIndexOf(' ');
        return new TextLink(at < 0 ? "" : line[..at], line[(at + 1)..]);
    }
}

/// <summary>The text and the closing time, as a form has them.</summary>
public class TextInput : WordsInput
{
    [Required(ErrorMessage = "Choose the last day for answers.")] public DateOnly? ClosesDay { get; set; }
    [Required(ErrorMessage = "Choose the time.")] public TimeOnly? ClosesTime { get; set; } = new(17, 0);

    public DateTimeOffset Closes(TimeZoneInfo zone) => ClosesDay!.Value.At(ClosesTime!.Value, zone);

    public void Take(Round round, TimeZoneInfo zone)
    {
        Take(round);
        var local = TimeZoneInfo.ConvertTime(round.ClosesAt, zone);
        (ClosesDay, ClosesTime) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
    }
}

/// <summary>For the fields of the text alone, which a correction has too.</summary>
public sealed record WordsFields(WordsInput Input);

/// <summary>For the fields that both forms share: the names in the page are those that the form sends.</summary>
public sealed record TextFields(TextInput Input);

/// <summary>For the form that a new round and an edited draft share. A record, for a tuple's names would be Item1 and Item2 in the page.</summary>
public sealed record RoundFields(RoundInput Input, IReadOnlyList<SelectListItem> Rules, IReadOnlyList<SelectListItem> Chairs);

/// <summary>A round as it is drafted.</summary>
public sealed class RoundInput : TextInput
{
    public RoundKind Kind { get; set; } = RoundKind.AgreeText;
    [StringLength(400)] public string? Title { get; set; }
    public string? Rule { get; set; }
    [StringLength(4000)] public string? Options { get; set; }
    public bool SilenceIsConsent { get; set; }
    public bool CarryOver { get; set; }
    public DateOnly? MandateUntil { get; set; }
    [StringLength(80)] public string? About { get; set; }
    public RoundSender Sender { get; set; }

    /// <summary>Pounds, as people type them.</summary>
    [StringLength(20)] public string? Asked { get; set; }

    /// <summary>The two Chairs who may pass corrections; both empty when nobody may.</summary>
    public Guid? FirstChair { get; set; }

    public Guid? SecondChair { get; set; }

    public int ObjectHours { get; set; } = RoundCorrector.UsualHours;

    /// <param name="chairs">Who is Chair of a member today.</param>
    /// <param name="rules">The rules as they are today.</param>
    public RoundDraft ToDraft(TimeZoneInfo zone, IReadOnlyList<NamedChair> chairs, IReadOnlyList<RoundRule> rules) => new(Kind, Title ?? "", Rule ?? "", Words(), Text, Closes(zone))
    {
        Terms = rules.FirstOrDefault(r => r.Code == Rule?.Trim())?.Terms,
        About = About ?? "",
        Sender = Sender,
        AskedPence = AnswerInput.Pence(Asked, nameof(Asked)),
        Silence = SilenceIsConsent ? Silence.Consent : Silence.Nothing,
        CarryOver = CarryOver,
        MandateUntil = MandateUntil,
        Correctors = [.. new[] { FirstChair, SecondChair }.OfType<Guid>().Select(id => chairs.FirstOrDefault(c => c.Person == id) ?? throw new RuleBroken("Choose two people who are Chair of a member today.", "FirstChair"))],
        ObjectHours = ObjectHours,
        Options = (Options ?? "").ReplaceLineEndings("\n").Split('\n'),
    };

    public void TakeAll(Round round, TimeZoneInfo zone)
    {
        Take(round, zone);
        (Kind, Title, Rule, About) = (round.Kind, round.Title, round.Rule, round.About);
        (Sender, Asked) = (round.Sender, AnswerInput.Written(round.AskedPence));
        (FirstChair, SecondChair, ObjectHours) = (round.Correctors.FirstOrDefault(c => c.Place == 1)?.Person, round.Correctors.FirstOrDefault(c => c.Place == 2)?.Person, round.ObjectHours ?? RoundCorrector.UsualHours);
        (Options, SilenceIsConsent, CarryOver, MandateUntil) = (string.Join('\n', round.Options), round.Silence == Silence.Consent, round.CarryOver, round.MandateUntil);
    }

    public static IEnumerable<SelectListItem> Senders => Enum.GetValues<RoundSender>().Select(s => new SelectListItem(char.ToUpperInvariant(s.Words()[0]) + s.Words()[1..], s.ToString()));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<RoundKind>().Select(k => new SelectListItem(char.ToUpperInvariant(k.Words()[0]) + k.Words()[1..], k.ToString()));
}
