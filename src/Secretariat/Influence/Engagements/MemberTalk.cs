using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>A member talks to an organisation itself, and says so: whoever is about to contact it for the network sees that first.</summary>
public sealed class MemberTalk : Record, IHoldsPersonalData
{
    public const int MaxAbout = 300, MaxWho = 200;

    private MemberTalk() { }

    /// <param name="person">Of the member, who says so; null when staff wrote it down.</param>
    public MemberTalk(Guid member, Guid organisation, string? about, string? who, DateOnly? last, Guid? person, string by, DateOnly today, DateTimeOffset now)
    {
        About = Typed.Line(about, MaxAbout, "About") ?? throw new RuleBroken("Say in a few words what it is about.", "About");
        Who = Typed.Line(who, MaxWho, "Who");
        Renew(last ?? today, today);
        (Member, Organisation, Person, By, At) = (member, organisation, person, by, now);
    }

    public Guid Member { get; private set; }
    public Guid Organisation { get; private set; }
    public string About { get; private set; } = "";

    /// <summary>Between whom: "our Chair and their regional director".</summary>
    public string? Who { get; private set; }

    public DateOnly Last { get; private set; }
    public Guid? Person { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public bool Invented { get; set; }

    public bool ByStaff => Person is null;

    public void Renew(DateOnly last, DateOnly today)
    {
        if (EndedOn is not null) throw new RuleBroken("This was ended: report it anew.");
        if (last > today) throw new RuleBroken("That day is still to come.", "Last");
        if (last.Year < 2000) throw new RuleBroken("Look at the year again.", "Last");
        if (last > Last) Last = last;
    }

    public void End(DateOnly today) => EndedOn ??= today;

    internal void Forget() => (Person, By, Who) = (null, "somebody whose name was erased", null);
}
