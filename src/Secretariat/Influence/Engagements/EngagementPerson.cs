using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Somebody who took part in a contact, on our side or on theirs.</summary>
public sealed class EngagementPerson : Record, IHoldsPersonalData
{
    public const int MaxName = 160;

    private EngagementPerson() { }

    /// <param name="person">Null for somebody whom nobody here has a record of.</param>
    public EngagementPerson(Guid engagement, bool ours, Guid? person, string name, string capacity) =>
        (Engagement, Ours, Person, Name, Capacity) = (engagement, ours, person, name, capacity);

    public Guid Engagement { get; private set; }
    public bool Ours { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>As what, on that day: "Chair on the Board", "the team".</summary>
    public string Capacity { get; private set; } = "";

    internal void Forget() => (Person, Name) = (null, "somebody whose name was erased");
}
