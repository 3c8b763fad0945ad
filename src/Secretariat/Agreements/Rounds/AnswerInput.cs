using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>What somebody fills in to answer a round, wherever the form stands.</summary>
public class AnswerInput
{
    [Required(ErrorMessage = "Choose one of the answers.")] public Answer? Answer { get; set; }

    /// <summary>The text that was on the screen.</summary>
    [Required] public string Hash { get; set; } = "";

    [StringLength(Response.MaxWords)] public string? Reason { get; set; }
    [StringLength(Response.MaxWords)] public string? Comment { get; set; }
    [StringLength(Response.MaxWords)] public string? Passage { get; set; }
    public string? Choice { get; set; }

    /// <summary>Pounds, as people type them: "5,000" or "£5000.50".</summary>
    [StringLength(20)] public string? Amount { get; set; }

    public GivenAnswer Given() => new(Answer!.Value, Hash) { Reason = Reason, Comment = Comment, Passage = Passage, Choice = Choice, AmountPence = Pence(Amount) };

    /// <summary>Pence as people type pounds: "6,500" or "12.50"; null for none.</summary>
    public static string? Written(long? pence) => pence is { } sum ? (sum / 100m).ToString(sum % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture) : null;

    internal static long? Pence(string? typed, string field = "Amount")
    {
        var text = typed?.Trim().TrimStart('£').Replace(",", "", StringComparison.Ordinal) ?? "";
        if (text.Length == 0) return null;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) || pounds > 1_000_000_000 || decimal.Round(pounds, 2) != pounds)
            throw new RuleBroken("Write the amount in pounds, such as 5,000 or 5000.50.", field);
        return (long)(pounds * 100);
    }
}

/// <summary>For the part of the form that stands in all three places.</summary>
/// <param name="Legend">Where somebody writes down another’s answer; null for one’s own.</param>
public sealed record AnswerFields(Round Round, AnswerInput Input, bool CanWithdraw, string? Legend = null);

/// <summary>What a member's person fills in, who may also say that they answer for somebody.</summary>
public sealed class OwnAnswerInput : AnswerInput
{
    /// <summary>"self", or "for": somebody answers in the person's name.</summary>
    public string? As { get; set; }

    [StringLength(200)] public string? Through { get; set; }
}
