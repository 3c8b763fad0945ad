using System.Text.Json;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

public enum ReturnState { Draft, SentIn, SentBack, SignedOff }

/// <summary>What one member says of its year: a figure for each indicator or none, each with its source, and a few words. Its Chair or chief executive signs it off.</summary>
public sealed class MemberReturn : Record, IHoldsPersonalData
{
    public const int MaxStory = 3000, MaxNote = 300, MaxWhy = 400;
    public const long MostValue = 999_999_999_999;
    private const string Former = "somebody who is no longer on record";

    private MemberReturn() { }

    public MemberReturn(Guid report, Guid member) => (Report, Member) = (report, member);

    public Guid Report { get; private set; }
    public Guid Member { get; private set; }
    public ReturnState State { get; private set; }

    /// <summary>The figures as JSON, in the order of the indicators.</summary>
    public string Figures { get; private set; } = "[]";

    public string Story { get; private set; } = "";
    public Guid? Writer { get; private set; }
    public string WriterName { get; private set; } = "";
    public DateTimeOffset? WrittenAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why staff sent it back, until it is sent in again.</summary>
    public string? Back { get; private set; }

    public Guid? Signer { get; private set; }
    public string? SignerName { get; private set; }

    /// <summary>"Chair" or "chief executive".</summary>
    public string? SignedAs { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public IReadOnlyList<AnnualFigure> Given => JsonSerializer.Deserialize<List<AnnualFigure>>(Figures)!;

    /// <summary>Keeps what was typed. What was sent in or signed off is a draft again when anything of it changes.</summary>
    public void Write(IReadOnlyList<AnnualFigure> figures, string? story, Actor by, DateTimeOffset now)
    {
        foreach (var figure in figures)
        {
            if (figure.Value is < 0 or > MostValue) throw new RuleBroken("Give a whole number of nought or more.", $"Figures[{figure.Indicator}].Value");
            if (figure.Note.Length > MaxNote || figure.Note.Any(char.IsControl)) throw new RuleBroken($"Keep it on one line and under {MaxNote} letters.", $"Figures[{figure.Indicator}].Note");
        }
        if (story?.Length > MaxStory) throw new RuleBroken($"Keep it under {MaxStory:N0} letters.", "Story");
        var (json, words) = (JsonSerializer.Serialize(figures.Select(f => f with { Note = f.Note.Trim() })), story?.ReplaceLineEndings("\n").Trim() ?? "");
        if (json == Figures && words == Story && WrittenAt is not null) return;
        (Figures, Story, Writer, WriterName, WrittenAt) = (json, words, by.Person, by.Name, now);
        if (State != ReturnState.SentBack) State = ReturnState.Draft;
        (Signer, SignerName, SignedAs, SignedAt) = (null, null, null, null);
    }

    public void SendIn(DateTimeOffset now)
    {
        if (State is ReturnState.SentIn or ReturnState.SignedOff) return;
        if (Given.All(f => f.Value is null) && Story.Length == 0) throw new RuleBroken("There is nothing in it yet: give at least one figure, or say in a few words what the year brought.", "Story");
        if (Given.FirstOrDefault(f => f.Value is not null && f.Note.Length == 0) is { } bare) throw new RuleBroken("Say where this figure comes from: a report, a date, who counted.", $"Figures[{bare.Indicator}].Note");
        (State, SentAt, Back) = (ReturnState.SentIn, now, null);
    }

    public void SendBack(string? why)
    {
        if (State is not (ReturnState.SentIn or ReturnState.SignedOff)) throw new RuleBroken("It is with the member already.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("Say what should be looked at: the member reads it above its form.", "Why");
        if (why.Trim().Length > MaxWhy) throw new RuleBroken($"Keep it under {MaxWhy} letters.", "Why");
        (State, Back) = (ReturnState.SentBack, why.Trim());
        (Signer, SignerName, SignedAs, SignedAt) = (null, null, null, null);
    }

    /// <param name="capacity">By which position they sign; null when they may not.</param>
    public void SignOff(string? capacity, Actor by, DateTimeOffset now)
    {
        if (capacity is null) throw new RuleBroken("The Chair or the chief executive signs it off. They find it in their weekly letter and on their page.");
        if (State == ReturnState.SignedOff) return;
        if (State != ReturnState.SentIn) throw new RuleBroken("Send it in first.");
        (State, Signer, SignerName, SignedAs, SignedAt) = (ReturnState.SignedOff, by.Person, by.Name, capacity, now);
    }

    internal void Forget(Guid person)
    {
        if (Writer == person) (Writer, WriterName) = (null, Former);
        if (Signer == person) (Signer, SignerName) = (null, Former);
    }
}

public static class ReturnStates
{
    public static string Words(this ReturnState? state) => state switch
    {
        null => "not begun",
        ReturnState.Draft => "begun, not sent in",
        ReturnState.SentIn => "sent in, not signed off",
        ReturnState.SentBack => "sent back to it",
        _ => "signed off",
    };
}
