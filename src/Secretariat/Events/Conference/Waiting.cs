using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Events.Conference;

public enum WaitState { Waiting, Offered, Accepted, Left, Lapsed }

/// <summary>Somebody who wants a place when there is none: all in one list, first come, first served.</summary>
public sealed class Waiting : Record, IHoldsPersonalData
{
    public const string Former = "a former guest";

    private Waiting() { }

    /// <param name="number">Its place in the list; no time is exact enough when many come at once.</param>
    public Waiting(Guid @event, Holder holder, Guid? organisation, int number, DateTimeOffset now)
    {
        (Event, Organisation, Number, At, Person) = (@event, organisation, number, now, holder.Person);
        Name = string.IsNullOrWhiteSpace(holder.Name) ? throw new RuleBroken("Give your name.", "Name") : holder.Name.Trim() is { Length: <= Ticket.MaxName } said && !said.Any(char.IsControl) ? said : throw new RuleBroken("Keep the name on one line.", "Name");
        var address = EmailAddress.Parse(holder.Email);
        (Email, EmailKey, OpenKey, Role, Needs) = (address.Text, address.Key, address.Key, holder.Role?.Trim() is { Length: > 0 and <= Ticket.MaxRole } role ? role : "", holder.Needs);
    }

    public Guid Event { get; private set; }
    public Guid? Organisation { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";

    /// <summary>The same while they wait, so that nobody stands in the list twice.</summary>
    public string? OpenKey { get; private set; }

    public string Role { get; private set; } = "";
    public string? Needs { get; private set; }
    public int Number { get; private set; }
    public DateTimeOffset At { get; private set; }
    public WaitState State { get; private set; }

    /// <summary>Until when the place is kept for them.</summary>
    public DateTimeOffset? Until { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
    public bool IsOpen => State is WaitState.Waiting or WaitState.Offered;
    public Holder Holder => new(Name, Email, Role, Needs, Person);

    public void Offer(DateTimeOffset until) => (State, Until) = State == WaitState.Waiting ? (WaitState.Offered, until) : throw new RuleBroken($"{Name} does not wait.");

    public void Accept(DateTimeOffset now)
    {
        if (State == WaitState.Waiting) throw new RuleBroken("There is no place for you yet. You get a letter when there is.");
        if (State != WaitState.Offered || Until <= now) throw new RuleBroken("The time to accept is over, and the place went to the next.");
        End(WaitState.Accepted, now);
    }

    /// <returns>True when a place was kept for them, which is free now.</returns>
    public bool Leave(DateTimeOffset now)
    {
        if (!IsOpen) throw new RuleBroken($"{Name} does not wait any more.");
        var kept = State == WaitState.Offered;
        End(WaitState.Left, now);
        return kept;
    }

    public bool IsOver(DateTimeOffset now) => State == WaitState.Offered && Until <= now;

    public void Lapse(DateTimeOffset now)
    {
        if (!IsOver(now)) throw new RuleBroken("There is still time to accept.");
        End(WaitState.Lapsed, now);
    }

    internal void Forget() => (Person, Name, Email, EmailKey, OpenKey, Role, Needs) = (null, Former, "", $"?{Id:N}", OpenKey is null ? null : $"?{Id:N}", "", null);

    private void End(WaitState how, DateTimeOffset now) => (State, EndedAt, OpenKey) = (how, now, null);
}
