using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Questions;

public enum QuestionState { Open, Closed, TakenOut }

/// <summary>Somebody at a member asks those who work on a theme elsewhere how they solved something.</summary>
public sealed class PracticeQuestion : Record, IHoldsPersonalData
{
    public const int MaxSubject = 140, MaxWords = 3000, MaxWhy = 300;

    /// <summary>For so long officers are asked; answers are welcome until it is closed.</summary>
    public const int AskedDays = 14;

    /// <summary>After so many days without an answer staff are told.</summary>
    public const int QuietDays = 10;

    private PracticeQuestion() { }

    public PracticeQuestion(string? theme, string? subject, string? words, Guid member, Guid? person, string name, DateOnly today, Actor by, DateTimeOffset now)
    {
        Theme = string.IsNullOrEmpty(theme) ? throw new RuleBroken("Choose the theme: those who work on it are asked.", "Theme") : theme;
        Subject = Typed.Line(subject, MaxSubject, "Subject") ?? throw new RuleBroken("Ask it in one line first.", "Subject");
        Words = Typed.Text(words, MaxWords, "Words") ?? throw new RuleBroken("Say what you have tried or need to know, in a few sentences.", "Words");
        (Member, Person, Name, At, Due) = (member, person, name, now, today.AddDays(AskedDays));
        if (by.Person != person) (TypedBy, Typist) = (by.Name, by.Person);
    }

    public string Theme { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Words { get; private set; } = "";

    /// <summary>The member whose person asks.</summary>
    public Guid Member { get; private set; }

    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Who typed it for them; null when they did.</summary>
    public string? TypedBy { get; private set; }

    public Guid? Typist { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Until when officers are asked to answer.</summary>
    public DateOnly Due { get; private set; }

    public QuestionState State { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? ClosedBy { get; private set; }
    public Guid? Closer { get; private set; }

    /// <summary>Why staff took it out; whoever asked reads that.</summary>
    public string? Why { get; private set; }

    public bool Invented { get; init; }

    public PracticeAnswer Answer(string? words, Guid? @case, Guid? member, Guid? person, Actor by, DateTimeOffset now)
    {
        if (State != QuestionState.Open) throw new RuleBroken("This question is closed. Whoever asked it can ask another one.");
        var answer = new PracticeAnswer(Id, words, @case, member, person, by, now);
        AnsweredAt ??= now;
        return answer;
    }

    public void Close(Actor by, DateTimeOffset now)
    {
        if (State != QuestionState.Open) throw new RuleBroken("It is closed already.");
        (State, ClosedAt, ClosedBy, Closer) = (QuestionState.Closed, now, by.Name, by.Person);
    }

    public void TakeOut(string? why, Actor by, DateTimeOffset now)
    {
        if (State == QuestionState.TakenOut) throw new RuleBroken("It was taken out already.");
        Why = Typed.Line(why, MaxWhy, "Why") ?? throw new RuleBroken("Say why: whoever asked reads that.", "Why");
        (State, ClosedAt, ClosedBy, Closer) = (QuestionState.TakenOut, now, by.Name, by.Person);
    }

    /// <summary>An answer was taken out: is one left?</summary>
    internal void Answered(DateTimeOffset? first) => AnsweredAt = first;

    internal void Forget(Guid person)
    {
        if (Person == person) (Person, Name) = (null, Former);
        if (Typist == person) (Typist, TypedBy) = (null, Former);
        if (Closer == person) (Closer, ClosedBy) = (null, Former);
    }

    internal const string Former = "somebody there";
}

/// <summary>What somebody who knows answered, perhaps with the case that says more.</summary>
public sealed class PracticeAnswer : Record, IHoldsPersonalData
{
    public const int MaxWords = 4000, MaxWhy = 300;

    private PracticeAnswer() { }

    internal PracticeAnswer(Guid question, string? words, Guid? @case, Guid? member, Guid? person, Actor by, DateTimeOffset now)
    {
        var said = Typed.Text(words, MaxWords, "Words");
        if (said is null && @case is null) throw new RuleBroken("Write your answer, or choose the case that answers it.", "Words");
        (Question, Words, Case, Member, Person, Name, At) = (question, said ?? "", @case, member, person, by.Name, now);
    }

    public Guid Question { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>The case that it points to.</summary>
    public Guid? Case { get; private set; }

    /// <summary>Null when it is the secretariat's.</summary>
    public Guid? Member { get; private set; }

    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? TakenOutAt { get; private set; }
    public string? TakenOutWhy { get; private set; }

    public void TakeOut(string? why, DateTimeOffset now)
    {
        if (TakenOutAt is not null) throw new RuleBroken("It was taken out already.");
        TakenOutWhy = Typed.Line(why, MaxWhy, "Why") ?? throw new RuleBroken("Say why: it stands where the answer stood.", "Why");
        TakenOutAt = now;
    }

    internal void Forget() => (Person, Name) = (null, PracticeQuestion.Former);
}
