using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Asks;

/// <summary>Why somebody was written to: in the weekly letter, because it could not wait for it, by a feature's own letter, or because staff chased.</summary>
public enum AskWay { Weekly, Urgent, OwnLetter, Chased }

/// <summary>A letter in which something was asked of somebody. What became of the letter, the ledger knows.</summary>
public sealed class AskLetter : INotAudited, IHoldsPersonalData
{
    private readonly List<AskLine> _lines = [];

    private AskLetter() { }

    public AskLetter(Guid person, AskWay way, IEnumerable<Ask> asks, DateTimeOffset at)
    {
        (Person, Way, At) = (person, way, at);
        foreach (var ask in asks) _lines.Add(new AskLine(Id, _lines.Count, ask));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid? Person { get; private set; }
    public AskWay Way { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Its batch in the ledger.</summary>
    public Guid Batch { get; private set; }

    public IReadOnlyList<AskLine> Lines => _lines;

    public void Posted(Guid batch) => Batch = batch;

    internal void Forget() => Person = null;
}

/// <summary>One thing that the letter asked.</summary>
public sealed class AskLine : INotAudited
{
    private AskLine() { }

    internal AskLine(Guid letter, int place, Ask ask) => (Letter, Place, Kind, Key, What, By, Minutes) = (letter, place, ask.Kind, ask.Key, ask.What, ask.By, ask.Minutes);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Letter { get; private set; }

    /// <summary>Its place in the letter, from 0.</summary>
    public int Place { get; private set; }

    public string Kind { get; private set; } = "";
    public string Key { get; private set; } = "";
    public string What { get; private set; } = "";
    public DateTimeOffset By { get; private set; }
    public int Minutes { get; private set; }
}

/// <summary>A day on which the engine looked, so that it looks once a day.</summary>
public sealed class AskDay : INotAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly Day { get; init; }

    /// <summary>A backup was restored then: everything open may have been asked since it was made, and counts as asked at this moment.</summary>
    public DateTimeOffset? RestoredAt { get; init; }
}
