using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Rounds;

/// <summary>
/// What a member that objected says under the text, in one short paragraph. It is no part of what was agreed, and so not of its
/// hash; it goes out with it all the same.
/// </summary>
public sealed class Dissent : Record, IHoldsPersonalData
{
    public const int MaxText = 600;

    private Dissent() { }

    internal Dissent(Guid mandate, Elector elector, string? text, Dissenting by, DateTimeOffset now)
    {
        (Mandate, Elector, Member) = (mandate, elector.Id, elector.Name);
        Say(text, by, now);
    }

    public Guid Mandate { get; private set; }
    public Guid Elector { get; private set; }

    /// <summary>The member's name when the round opened.</summary>
    public string Member { get; private set; } = "";

    public string Text { get; private set; } = "";
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Capacity { get; private set; } = "";

    /// <summary>Who pressed the button in the person's name.</summary>
    public string? Through { get; private set; }

    public AnswerWay Way { get; private set; }
    public Guid? EnteredBy { get; private set; }
    public string? EnteredByName { get; private set; }

    /// <summary>For one that was logged: how it is known.</summary>
    public string? Evidence { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal void Say(string? text, Dissenting by, DateTimeOffset now)
    {
        var words = Words(text);
        if (words.Length == 0) throw new RuleBroken("Write the paragraph.", "Text");
        if (words.Length > MaxText) throw new RuleBroken($"Keep it to one paragraph of {MaxText} letters: it is {words.Length} now.", "Text");
        if (words.Any(char.IsControl)) throw new RuleBroken("Write it as plain words in one paragraph.", "Text");
        Holes.Refuse(words, "Text");
        if (by.Way is AnswerWay.LoggedByStaff or AnswerWay.LoggedByChair && string.IsNullOrWhiteSpace(by.Evidence))
            throw new RuleBroken("Say how you know: who said it, when and how.", "Evidence");
        (Text, Person, Name, Capacity, Way, At) = (words, by.Person, by.Name, by.Capacity, by.Way, now);
        (Through, Evidence) = (Blank(by.Through), Blank(by.Evidence));
        (EnteredBy, EnteredByName) = (by.EnteredBy?.Person, by.EnteredBy?.Name);
    }

    /// <summary>It is what stands here already.</summary>
    public bool Says(string? text) => Words(text) == Text;

    private static string Words(string? text) => text?.ReplaceLineEndings(" ").Trim() ?? "";

    /// <summary>The paragraph is the member's and stays; who wrote it goes.</summary>
    internal void Forget(Guid person)
    {
        if (Person == person) (Person, Name, Capacity, Through) = (null, Response.Former, Capacity.Split(',')[0], Through is null ? null : Response.Former);
        if (EnteredBy == person) (EnteredBy, EnteredByName) = (null, Response.Former);
    }

    internal void ForgetActedFor(string beginning) => Capacity = ActsFor.Unnamed(Capacity, beginning);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Who says it, and by which way.</summary>
public sealed record Dissenting(Guid? Person, string Name, string Capacity, AnswerWay Way)
{
    public string? Through { get; init; }
    public Actor? EnteredBy { get; init; }
    public string? Evidence { get; init; }
}
