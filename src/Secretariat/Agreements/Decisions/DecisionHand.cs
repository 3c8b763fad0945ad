using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Decisions;

/// <summary>How a Chair on the Board voted. Whoever was not there has no vote, and is never counted as one.</summary>
public enum Hand { For, Against, Abstained, Absent }

/// <summary>A seat of the Board as it was held on a day.</summary>
/// <param name="MayVote">False when its holder was no longer Chair of one of its members.</param>
/// <param name="Members">The members that it spoke for, with their names on that day.</param>
public sealed record SeatedChair(Guid Grouping, string Code, string Seat, Guid Person, string Name, string ChairOf, bool MayVote, IReadOnlyList<(Guid Id, string Name)> Members);

/// <summary>What was decided at the Board's table, as it is written down.</summary>
/// <param name="Hands">By the seat's code.</param>
public sealed record HandsShown(DateOnly On, string? Text, string? Rule, IReadOnlyDictionary<string, Hand> Hands)
{
    /// <summary>Made with the form, so that it records one decision however often its button is pressed; null where no form was shown.</summary>
    public Guid? Id { get; init; }

    public string? About { get; init; }
    public string? Link { get; init; }
    public bool Invented { get; init; }
}

/// <summary>How one seat of the Board voted, who held it and for which members they spoke on that day.</summary>
public sealed class DecisionHand : Record, IHoldsPersonalData
{
    private DecisionHand() { }

    internal DecisionHand(Guid decision, SeatedChair seat, Hand hand)
    {
        (Decision, Grouping, Code, Seat) = (decision, seat.Grouping, seat.Code, seat.Seat);
        (Person, Name, ChairOf, Hand) = (seat.Person, seat.Name, seat.ChairOf, hand);
        (Members, SpeaksFor) = ([.. seat.Members.Select(m => m.Id)], [.. seat.Members.Select(m => m.Name)]);
    }

    public Guid Decision { get; private set; }
    public Guid Grouping { get; private set; }
    public string Code { get; private set; } = "";
    public string Seat { get; private set; } = "";
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The member whose Chair held the seat.</summary>
    public string ChairOf { get; private set; } = "";

    public Hand Hand { get; private set; }
    public List<Guid> Members { get; private set; } = [];
    public List<string> SpeaksFor { get; private set; } = [];

    internal void Forget() => (Person, Name) = (null, Response.Former);
}

public static class HandWords
{
    public static string Words(this Hand hand) => hand switch
    {
        Hand.For => "for",
        Hand.Against => "against",
        Hand.Abstained => "abstained",
        _ => "not there",
    };
}
