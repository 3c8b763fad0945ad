using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People;

public enum PositionKind { Chair, ChiefExecutive, Deputy, BoardMember, Officer, Press, Pa, Staff, Partner, Sponsor, Journalist }

/// <summary>A person's dated role in an organisation. Rights and audiences come from the positions held on the day.</summary>
public sealed class Position : Record, IHoldsPersonalData
{
    private Position() { }

    internal Position(Guid person, Guid organisation, PositionKind kind, string title, DateOnly from)
    {
        Check(from, null);
        (Person, Organisation, Kind, From) = (person, organisation, kind, from);
        Title = title.Trim();
    }

    public Guid Person { get; private set; }
    public Guid Organisation { get; private set; }
    public PositionKind Kind { get; private set; }
    public string Title { get; set; } = "";

    /// <summary>First day held.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day held; null while it goes on.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Codes of the themes that go with it.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>For a PA: the people acted for.</summary>
    public List<Guid> ActsFor { get; set; } = [];

    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Puts right dates that were wrong; a position that ends is <see cref="End"/>.</summary>
    public void Correct(DateOnly from, DateOnly? to)
    {
        Check(from, to);
        (From, To) = (from, to);
    }

    internal void Erase() => (Title, Themes, ActsFor) = ("", [], []);

    public void End(DateOnly lastDay)
    {
        Check(From, lastDay);
        To = lastDay;
    }

    // A slip of the keyboard makes the year 17 or 20177, and nobody finds it again.
    private static void Check(DateOnly from, DateOnly? to)
    {
        if (from.Year is < 1900 or > 2199) throw new RuleBroken("Give a year between 1900 and 2199.", "From");
        if (to?.Year is < 1900 or > 2199) throw new RuleBroken("Give a year between 1900 and 2199.", "To");
        if (to < from) throw new RuleBroken("A position cannot end before it began.", "To");
    }
}
