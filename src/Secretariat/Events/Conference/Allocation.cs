using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>The places that one member or sponsor has at an event. Whom they name is theirs.</summary>
public sealed class Allocation : Record
{
    private Allocation() { }

    public Allocation(Guid @event, Guid organisation, int places, DateTimeOffset now)
    {
        (Event, Organisation, OfferedAt) = (@event, organisation, now);
        Offer(places);
    }

    public Guid Event { get; private set; }
    public Guid Organisation { get; private set; }
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>All that were ever offered.</summary>
    public int Offered { get; private set; }

    /// <summary>Of those: given back by them.</summary>
    public int GivenBack { get; private set; }

    /// <summary>Of those: taken back by staff, since nobody was named.</summary>
    public int TakenBack { get; private set; }

    public int Held => Offered - GivenBack - TakenBack;

    public void Offer(int more)
    {
        if (more is < 1 or > 1000) throw new RuleBroken("Offer at least one place.", "Places");
        Offered += more;
    }

    /// <param name="named">How many of them have a name: those are given back one by one.</param>
    public void GiveBack(int places, int named)
    {
        Check(places, named, "give back");
        GivenBack += places;
    }

    /// <inheritdoc cref="GiveBack"/>
    public void TakeBack(int places, int named)
    {
        Check(places, named, "take back");
        TakenBack += places;
    }

    private void Check(int places, int named, string what)
    {
        var unnamed = Held - named;
        if (unnamed == 0) throw new RuleBroken($"Every place has a name: there is none to {what}.", "Places");
        if (places < 1 || places > unnamed) throw new RuleBroken($"There {(unnamed == 1 ? "is 1 place" : $"are {unnamed} places")} without a name: {what} between 1 and {unnamed}.", "Places");
    }
}
