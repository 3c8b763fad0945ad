using Secretariat.Members.People;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Groupings;

/// <summary>Members that chose to stand together; one Chair among theirs speaks for them on the Management Board.</summary>
public sealed class Grouping : Record
{
    private readonly List<GroupingMember> _members = [];
    private readonly List<Seat> _seats = [];

    private Grouping() { }

    public Grouping(string code, string name)
    {
        Code = code.Trim();
        Rename(name);
    }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public bool Invented { get; set; }
    public IReadOnlyList<GroupingMember> Members => _members;
    public IReadOnlyList<Seat> Seats => _seats;

    public Seat? SeatOn(DateOnly day) => _seats.SingleOrDefault(s => s.HeldOn(day));

    public IEnumerable<Guid> MembersOn(DateOnly day) => _members.Where(m => m.InOn(day)).Select(m => m.Organisation);

    public void Join(Guid member, DateOnly from)
    {
        if (_members.Any(m => m.Organisation == member && m.InOn(from))) throw new RuleBroken("This member is already in the grouping.");
        _members.Add(new GroupingMember(Id, member, from));
    }

    public void Leave(Guid member, DateOnly lastDay) =>
        (_members.SingleOrDefault(m => m.Organisation == member && m.InOn(lastDay)) ?? throw new RuleBroken("This member is not in the grouping on that day.")).Leave(lastDay);

    public void Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("A grouping needs a name.", "Name");
        Name = name.Trim();
    }

    /// <summary>Puts right the dates of a seat, unless somebody else held it then.</summary>
    public void Correct(Seat seat, DateOnly from, DateOnly? to)
    {
        if (to < from) throw new RuleBroken("A seat cannot end before it began.", "To");
        if (_seats.Any(s => s != seat && s.From <= (to ?? DateOnly.MaxValue) && from <= (s.To ?? DateOnly.MaxValue)))
            throw new RuleBroken("Somebody else holds the seat in that time.", "From");
        seat.Correct(from, to);
    }

    /// <summary>Gives the seat to a Chair: only the Chair of one of the grouping's members can hold it.</summary>
    public Seat Fill(Person chair, DateOnly from)
    {
        var members = MembersOn(from).ToHashSet();
        if (!chair.PositionsOn(from).Any(p => p.Kind == PositionKind.Chair && members.Contains(p.Organisation)))
            throw new RuleBroken($"{chair.Name} is not the Chair of one of its members on {from:d MMMM yyyy}.", "Person");
        if (SeatOn(from)?.Person == chair.Id) throw new RuleBroken($"{chair.Name} holds the seat on that day already.", "Person");
        return Fill(chair.Id, from);
    }

    /// <summary>Gives the seat to a person from a day; whoever held it held it until the day before.</summary>
    public Seat Fill(Guid chair, DateOnly from)
    {
        if (_seats.Any(s => s.From >= from)) throw new RuleBroken("The seat already has a holder from that day or later.", "From");
        SeatOn(from)?.Vacate(from.AddDays(-1));
        var seat = new Seat(Id, chair, from);
        _seats.Add(seat);
        return seat;
    }
}

/// <summary>A member's dated belonging to a grouping.</summary>
public sealed class GroupingMember : Record
{
    private GroupingMember() { }

    internal GroupingMember(Guid grouping, Guid organisation, DateOnly from) => (Grouping, Organisation, From) = (grouping, organisation, from);

    public Guid Grouping { get; private set; }
    public Guid Organisation { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public bool InOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal void Leave(DateOnly lastDay)
    {
        if (lastDay < From) throw new RuleBroken("A member cannot leave before it joined.");
        To = lastDay;
    }
}

/// <summary>A grouping's seat on the Management Board, held by one Chair from a day to a day.</summary>
public sealed class Seat : Record, Platform.Contracts.IHoldsPersonalData
{
    private Seat() { }

    internal Seat(Guid grouping, Guid person, DateOnly from) => (Grouping, Person, From) = (grouping, person, from);

    public Guid Grouping { get; private set; }
    public Guid Person { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Last day held; null while it goes on.</summary>
    public DateOnly? To { get; private set; }

    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal void Correct(DateOnly from, DateOnly? to) => (From, To) = (from, to);

    public void Vacate(DateOnly lastDay)
    {
        if (lastDay < From) throw new RuleBroken("A seat cannot end before it began.", "To");
        To = lastDay;
    }
}
