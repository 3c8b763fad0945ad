using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>One who is asked, frozen when the round opens: a member, or a grouping's seat on the Board.</summary>
public sealed class Elector : Record
{
    private readonly List<ElectorPerson> _people = [];

    private Elector() { }

    public Elector(Guid round, Guid? organisation, Guid? grouping, string code, string name, IEnumerable<string>? speaksFor = null) =>
        (Round, Organisation, Grouping, Code, Name, SpeaksFor) = (round, organisation, grouping, code, name, [.. speaksFor ?? []]);

    public Guid Round { get; private set; }

    /// <summary>The member; for a seat, the one whose Chair held it at opening.</summary>
    public Guid? Organisation { get; private set; }

    /// <summary>The grouping, when it is a seat that is asked.</summary>
    public Guid? Grouping { get; private set; }

    public string Code { get; private set; } = "";

    /// <summary>Its name when the round opened.</summary>
    public string Name { get; private set; } = "";

    /// <summary>For a seat: the members that its Chair spoke for when the round opened.</summary>
    public List<string> SpeaksFor { get; private set; } = [];

    /// <summary>Only its Chair, or a PA for the Chair, may answer: a commitment is confirmed by nobody else.</summary>
    public bool ChairOnly { get; init; }

    /// <summary>Who could have answered when it opened. Who may answer is asked again on the day.</summary>
    public IReadOnlyList<ElectorPerson> People => _people;

    public void Named(Guid person, string name, string capacity) => _people.Add(new ElectorPerson(Id, person, name, capacity));
}

/// <summary>Somebody who could have answered for an elector when the round opened, as they were called then.</summary>
public sealed class ElectorPerson : Record, IHoldsPersonalData
{
    private ElectorPerson() { }

    internal ElectorPerson(Guid elector, Guid person, string name, string capacity) => (Elector, Person, Name, Capacity) = (elector, person, name, capacity);

    public Guid Elector { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Capacity { get; private set; } = "";

    internal void Forget() => (Person, Name) = (null, Response.Former);

    internal void ForgetActedFor(string beginning) => Capacity = ActsFor.Unnamed(Capacity, beginning);
}

/// <summary>That somebody opened the round's page, and which version they saw there. A mail filter opens links too: it says "opened", never "read".</summary>
public sealed class RoundLook : INotAudited, IHoldsPersonalData
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid Round { get; init; }
    public required Guid Elector { get; init; }
    public Guid? Person { get; set; }
    public required int Number { get; init; }
    public required AnswerWay Way { get; init; }

    /// <summary>When it was opened first; once it was seen, when that was.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>A person has seen it: they opened it signed in, or said so on the link's page. Only then does an agreement carry over.</summary>
    public bool Seen { get; private set; }

    public void See(DateTimeOffset now)
    {
        if (!Seen) (Seen, At) = (true, now);
    }
}
