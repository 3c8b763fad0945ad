using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Wishes;

/// <summary>The wishes that a member's chief executive puts first, second and third. One of each member; the last counts.</summary>
public sealed class WishRanking : Record, IHoldsPersonalData
{
    /// <summary>Three places, worth three points, two and one.</summary>
    public const int Places = 3;

    private WishRanking() { }

    public WishRanking(Guid call, Guid member) => (Call, Member) = (call, member);

    public Guid Call { get; private set; }
    public Guid Member { get; private set; }
    public Guid? Person { get; private set; }

    /// <summary>Ids of wishes, the first first.</summary>
    public List<Guid> Order { get; private set; } = [];

    public DateTimeOffset At { get; private set; }

    public void Rank(IReadOnlyList<Guid?> places, IReadOnlySet<Guid> known, Guid? person, DateTimeOffset now)
    {
        var order = places.Take(Places).OfType<Guid>().ToList();
        if (order.Count == 0) throw new RuleBroken("Choose at least one, as the first.", "Places");
        if (order.Distinct().Count() < order.Count) throw new RuleBroken("You chose one of them twice. Give each place to another.", "Places");
        if (!order.All(known.Contains)) throw new RuleBroken("One of these is not proposed here any more. Look again, and choose.", "Places");
        (Order, Person, At) = (order, person, now);
    }

    internal void Forget() => Person = null;
}
