using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>One of the two Chairs of whom a round said at opening that they may pass corrections together.</summary>
public sealed class RoundCorrector : Record, IHoldsPersonalData
{
    public const int UsualHours = 24, MostHours = 168;

    private RoundCorrector() { }

    internal RoundCorrector(Guid round, int place) => (Round, Place) = (round, place);

    public Guid Round { get; private set; }

    /// <summary>1 or 2, as they were named.</summary>
    public int Place { get; private set; }

    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";

    /// <param name="chair">Null when the draft names nobody any more.</param>
    internal void Take(NamedChair? chair) => (Person, Name) = (chair?.Person, chair?.Name ?? "");

    /// <summary>Nobody may pass corrections of this round any more: it said that two named people may.</summary>
    internal void Forget() => (Person, Name) = (null, Response.Former);
}
