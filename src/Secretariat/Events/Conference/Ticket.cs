using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Events.Conference;

public enum TicketState { Valid, Swapped, GivenBack }

/// <summary>Who is to come: somebody who is known here, or only by what was typed.</summary>
public sealed record Holder(string? Name, string? Email, string? Role = null, string? Needs = null, Guid? Person = null)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Email) && Person is null;
}

/// <summary>One place with a name. When somebody else comes it ends and another begins, so that a code that was sent is nobody else's.</summary>
public sealed class Ticket : Record, IHoldsPersonalData
{
    public const int MaxName = 200, MaxRole = 200, MaxNeeds = 500, CodeLength = 7;
    public const string Former = "a former guest";

    private Ticket() { }

    public Ticket(Guid @event, Allocation? from, Guid? organisation, Holder holder, string code, Actor by, DateTimeOffset now)
    {
        (Event, Allocation, Organisation, Code, Through, ThroughPerson, NamedAt) = (@event, from?.Id, from?.Organisation ?? organisation, code, by.Name, by.Person, now);
        Name = Line(holder.Name, MaxName) ?? throw new RuleBroken("Say who comes.", "Name");
        var address = EmailAddress.TryParse(holder.Email ?? "") ?? throw new RuleBroken($"Give the e-mail address of {Name}: the ticket goes there.", "Email");
        (Person, Email, EmailKey, HolderKey, Role) = (holder.Person, address.Text, address.Key, address.Key, Line(holder.Role, MaxRole) ?? "");
        Need(holder.Needs);
    }

    public Guid Event { get; private set; }

    /// <summary>Whose place it is; null for one that somebody asked for.</summary>
    public Guid? Allocation { get; private set; }

    public Guid? Organisation { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";

    /// <summary>The same while it is valid, so that nobody has two.</summary>
    public string? HolderKey { get; private set; }

    public string Role { get; private set; } = "";

    /// <summary>What they eat, how they get in; for those who prepare it and nobody else.</summary>
    public string? Needs { get; private set; }

    /// <summary>Read aloud at the door, or by its QR.</summary>
    public string Code { get; private set; } = "";

    public TicketState State { get; private set; }

    /// <summary>Who named them.</summary>
    public string Through { get; private set; } = "";

    public Guid? ThroughPerson { get; private set; }
    public DateTimeOffset NamedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public DateTimeOffset? CheckedInAt { get; private set; }

    public bool IsValid => State == TicketState.Valid;

    public void Need(string? needs) => Needs = string.IsNullOrWhiteSpace(needs) ? null : needs.Trim() is var said && said.Length <= MaxNeeds ? said : throw new RuleBroken($"Keep it under {MaxNeeds} letters.", "Needs");

    public void End(TicketState how, DateTimeOffset now)
    {
        if (!IsValid) throw new RuleBroken($"{Name} has no place any more.");
        if (CheckedInAt is not null) throw new RuleBroken($"{Name} is checked in: the place is taken.");
        (State, EndedAt, HolderKey) = (how, now, null);
    }

    public void CheckIn(DateTimeOffset now)
    {
        if (!IsValid) throw new RuleBroken($"This ticket is not valid any more: {(State == TicketState.Swapped ? "somebody else was named instead" : "the place was given back")}.");
        CheckedInAt = now;
    }

    internal void UndoCheckIn() => CheckedInAt = null;

    internal void Forget() => (Person, Name, Email, EmailKey, HolderKey, Role, Needs) = (null, Former, "", $"?{Id:N}", HolderKey is null ? null : $"?{Id:N}", "", null);

    internal void ForgetThrough() => (Through, ThroughPerson) = ("somebody of theirs", null);

    private static string? Line(string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var said && said.Length <= most && !said.Any(char.IsControl) ? said : throw new RuleBroken($"Keep it on one line, under {most} letters.", "Name");
}
