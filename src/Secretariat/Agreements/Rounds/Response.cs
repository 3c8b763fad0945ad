using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>One line of a round's log. Nothing is ever changed in it: whoever changes their mind writes the next line.</summary>
public sealed class Response : Record, IHoldsPersonalData
{
    public const int MaxWords = 10_000;
    public const string Former = "somebody whose name was erased";

    private Response() { }

    public Response(Round round, Elector elector, int number, GivenAnswer given, Answering by, DateTimeOffset now)
    {
        if (!round.TakesAnswers) throw new RuleBroken($"This round is {round.State.Words()}, so it takes no answers.");
        if (given.Answer != Answer.Withdrawn && !round.Kind.Answers().Contains(given.Answer)) throw new RuleBroken("Choose one of the answers.", "Answer");
        var version = round.Versions.Where(v => v.Hash == given.Hash && v.ShownAt is not null).MaxBy(v => v.Number) ?? throw new RuleBroken("Open the page again: this is not a text of this round.");
        if (version.Number != round.Latest.Number) throw new RuleBroken("The text was changed while you read it. What you wrote is still below: read the change, then answer again.");
        if (given.Answer == Answer.Object && string.IsNullOrWhiteSpace(given.Reason)) throw new RuleBroken("Say why you object: the others will read it.", "Reason");
        if (given.Answer == Answer.AgreeWithChanges && string.IsNullOrWhiteSpace(given.Comment)) throw new RuleBroken("Say which changes you ask for.", "Comment");
        if (given.Answer == Answer.Comment && string.IsNullOrWhiteSpace(given.Comment)) throw new RuleBroken("Write your comment.", "Comment");
        if (given.Answer == Answer.Choose && !round.Options.Contains(given.Choice ?? "")) throw new RuleBroken("Choose one of them.", "Choice");
        if (given is { Answer: Answer.Confirm, AmountPence: null } && round.AskedPence is not null) throw new RuleBroken("Write the amount that you confirm.", "Amount");
        if (given.AmountPence is < 0) throw new RuleBroken("An amount is not less than nothing.", "Amount");
        foreach (var (text, field) in new[] { (given.Reason, "Reason"), (given.Comment, "Comment"), (given.Passage, "Passage"), (by.Evidence, "Evidence") })
            if (text?.Length > MaxWords) throw new RuleBroken($"Keep it under {MaxWords:N0} letters.", field);
        if (by.Way is AnswerWay.LoggedByStaff or AnswerWay.LoggedByChair && string.IsNullOrWhiteSpace(by.Evidence))
            throw new RuleBroken("Say how you know: who said it, when and how. An answer logged for somebody needs its evidence.", "Evidence");
        (Round, Elector, Number, At, Late) = (round.Id, elector.Id, number, now, !round.TakesInTime(now));
        (Answer, Hash, VersionNumber) = (given.Answer, version.Hash, version.Number);
        (Reason, Comment, Passage) = (Trimmed(given.Reason), Trimmed(given.Comment), Trimmed(given.Passage));
        (Choice, AmountPence) = (given.Answer == Answer.Choose ? given.Choice : null, given.Answer == Answer.Confirm ? given.AmountPence : null);
        (Person, Name, Capacity, Through) = (by.Person, by.Name, by.Capacity, Trimmed(by.Through));
        (Way, EnteredBy, EnteredByName) = (by.Way, by.EnteredBy?.Person, by.EnteredBy?.Name);
        (Evidence, EvidenceLink) = (Trimmed(by.Evidence), Link(by.EvidenceLink));
        (FileHash, FileName, FileType) = (by.File?.Hash, by.File?.Name, by.File?.Type);
    }

    public Guid Round { get; private set; }
    public Guid Elector { get; private set; }

    /// <summary>Its place in the round's log, from 1.</summary>
    public int Number { get; private set; }

    public Answer Answer { get; private set; }
    public string? Reason { get; private set; }
    public string? Comment { get; private set; }

    /// <summary>The words of the text that the comment is about.</summary>
    public string? Passage { get; private set; }

    public string? Choice { get; private set; }
    public long? AmountPence { get; private set; }

    /// <summary>The text that was answered to.</summary>
    public string Hash { get; private set; } = "";

    public int VersionNumber { get; private set; }

    /// <summary>Who answered for the elector, as checked on the day.</summary>
    public Guid? Person { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>"Chair", "chief executive", "PA, for Greta Sandpiper, Chair".</summary>
    public string Capacity { get; private set; } = "";

    /// <summary>Who pressed the button in the person's name; the person is told what was answered.</summary>
    public string? Through { get; private set; }

    public AnswerWay Way { get; private set; }
    public Guid? EnteredBy { get; private set; }
    public string? EnteredByName { get; private set; }
    public string? Evidence { get; private set; }
    public string? EvidenceLink { get; private set; }
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>It came when the round had closed: kept, and not counted. See <see cref="Rounds.Round.CameLate"/>.</summary>
    public bool Late { get; private set; }

    public Money? Amount => AmountPence is { } pence ? new Money(pence) : null;

    /// <summary>What was answered stays, for it was the member's; who pressed the button goes.</summary>
    internal void Forget(Guid person)
    {
        if (Person == person) (Person, Name, Capacity, Through) = (null, Former, Capacity.Split(',')[0], Through is null ? null : Former);
        if (EnteredBy == person) (EnteredBy, EnteredByName) = (null, Former);
    }

    internal void ForgetActedFor(string beginning) => Capacity = ActsFor.Unnamed(Capacity, beginning);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static string? Link(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : new TextLink("Evidence", typed).Checked("EvidenceLink").Url;
}

/// <summary>What was answered.</summary>
/// <param name="Hash">The text that was on the screen.</param>
public sealed record GivenAnswer(Answer Answer, string Hash)
{
    public string? Reason { get; init; }
    public string? Comment { get; init; }
    public string? Passage { get; init; }
    public string? Choice { get; init; }
    public long? AmountPence { get; init; }
}

/// <summary>Who answered, in which capacity, and how it came here.</summary>
public sealed record Answering(Guid? Person, string Name, string Capacity, AnswerWay Way)
{
    public string? Through { get; init; }
    public Actor? EnteredBy { get; init; }
    public string? Evidence { get; init; }
    public string? EvidenceLink { get; init; }
    public EvidenceFile? File { get; init; }
}

/// <summary>A file that the store keeps, with the name it came under.</summary>
public sealed record EvidenceFile(string Hash, string Name, string Type);
