using Secretariat.Platform.Data;

namespace Secretariat.Events.Kinds;

/// <summary>What sort of event it is, as this network has them: what it counts for in the plan, who is usually asked and what it has.</summary>
public sealed class EventKind : Record
{
    public const int MaxName = 100;

    private EventKind() { }

    public EventKind(string code, string name, string counts, string audience)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("A kind of event needs a name.", "Name");
        (Code, Name, Counts, Audience) = (code.Trim(), name.Trim(), counts.Trim(), audience.Trim());
    }

    public string Code { get; private set; } = "";
    public string Name { get; set; } = "";

    /// <summary>The plan counts events of this kind under it: "meetings-held:board".</summary>
    public string Counts { get; set; } = "";

    /// <summary>Who is usually invited: the conditions of an audience, one a line.</summary>
    public string Audience { get; set; } = "";

    public TimeOnly Starts { get; set; } = new(10, 30);
    public TimeOnly Ends { get; set; } = new(15, 30);

    /// <summary>How many days before it an answer is asked for.</summary>
    public int ReplyDays { get; set; } = 5;

    public bool HasAgenda { get; set; }
    public bool HasMinutes { get; set; }
    public bool HasCost { get; set; }
    public bool HasTopic { get; set; }
    public bool HasThemes { get; set; }

    /// <summary>The Management Board meets: what it decides there is written down as its decisions.</summary>
    public bool IsBoard { get; set; }

    /// <summary>Members hold places and name their people later; nobody is invited.</summary>
    public bool HasTickets { get; set; }

    /// <summary>How many places each member is offered as a rule.</summary>
    public int PlacesEach { get; set; } = 4;

    /// <summary>How many days before it the people are to be named.</summary>
    public int NameDays { get; set; } = 21;

    /// <summary>By which positions somebody names a member's people: "chair,chief-executive".</summary>
    public string NamedBy { get; set; } = "chair,chief-executive";

    public bool Invented { get; set; }
}
