using Secretariat.Events.Diary;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>
/// The places of an event that has tickets: how many there are, how many are promised and to whom they may still go. Its counters move
/// only by <see cref="Counters"/>, one conditional update each, so that no two presses get the same place.
/// </summary>
public sealed class Ticketing : Record
{
    public const int MostEach = 100;

    /// <summary>How long somebody of the waiting list has to say yes.</summary>
    public static readonly TimeSpan ToAccept = TimeSpan.FromHours(48);

    private Ticketing() { }

    public Ticketing(Event at, int each, DateOnly nameBy)
    {
        if (at.Capacity is not { } places) throw new RuleBroken("Say first how many places the event has: change the event.");
        if (each is < 1 or > MostEach) throw new RuleBroken($"Offer each between 1 and {MostEach} places.", "Each");
        (Event, Places, Each) = (at.Id, places, each);
        NameBy = Checked(at, nameBy);
    }

    public Guid Event { get; private set; }

    /// <summary>As many as the event has.</summary>
    public int Places { get; private set; }

    /// <summary>Held by members and sponsors, and the share for whoever asks.</summary>
    public int Taken { get; private set; }

    /// <summary>How many of them may go to those who ask: members beyond their places, and the public where it may.</summary>
    public int Share { get; private set; }

    /// <summary>Of the share: tickets, and offers to the waiting list that are still open.</summary>
    public int ShareUsed { get; private set; }

    /// <summary>How many waited so far; the next one's number.</summary>
    public int Waits { get; private set; }

    /// <summary>How many places each member is offered.</summary>
    public int Each { get; private set; }

    /// <summary>Until when members say who comes.</summary>
    public DateOnly NameBy { get; private set; }

    /// <summary>Everybody may ask for a place on the website, when the event is public.</summary>
    public bool ForPublic { get; private set; }

    public int Free => Places - Taken;
    public int ShareFree => Share - ShareUsed;

    public void Set(Event at, DateOnly nameBy, bool forPublic)
    {
        if (forPublic && at.Circulation != Publishing.Items.Circulation.Public) throw new RuleBroken("Only a public event has places for everybody: change its circulation first.", "ForPublic");
        (NameBy, ForPublic) = (Checked(at, nameBy), forPublic);
    }

    private static DateOnly Checked(Event at, DateOnly nameBy) => nameBy < at.Day ? nameBy : throw new RuleBroken($"People are named before the event: give a day before {at.Day.Long()}.", "NameBy");
}
