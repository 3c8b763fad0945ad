using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Minutes;

/// <summary>Something that somebody took on at an event. It comes back to them until it is closed.</summary>
public sealed class EventAction : Record, IHoldsPersonalData
{
    public const int MaxWhat = 500;

    private EventAction() { }

    public EventAction(Guid @event, Guid person, string name, string? what, DateOnly due, DateOnly today, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(what)) throw new RuleBroken("Say what is to be done.", "What");
        if (what.Trim().Any(char.IsControl)) throw new RuleBroken("Keep it on one line.", "What");
        if (what.Trim().Length > MaxWhat) throw new RuleBroken($"Keep it under {MaxWhat} letters.", "What");
        if (due < today) throw new RuleBroken("Choose a day that is still to come.", "Due");
        (Event, Person, Name, What, Due, MadeAt) = (@event, person, name, what.Trim(), due, now);
    }

    public Guid Event { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public string What { get; private set; } = "";
    public DateOnly Due { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Why it takes longer than was said at first; what was said before stands in the audit.</summary>
    public string? Because { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public string? Outcome { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public void Done(string? outcome, DateTimeOffset now)
    {
        if (!IsOpen) throw new RuleBroken("This action is closed already.");
        (ClosedAt, Outcome) = (now, Short(outcome));
    }

    public void Delay(DateOnly until, string? because, DateOnly today)
    {
        if (!IsOpen) throw new RuleBroken("This action is closed already.");
        if (until <= today) throw new RuleBroken($"Choose a day after {today.Plain()}.", "Until");
        Because = Short(because) ?? throw new RuleBroken("Say why it takes longer, in a few words.", "Because");
        Due = until;
    }

    internal void Forget() => (Person, Name, Because, Outcome) = (null, "somebody who has left", null, null);

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(MaxWhat, text.Trim().Length)];
}
