using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

public enum ConsultationKind { Consultation, Research }

/// <summary>What the network does with it.</summary>
public enum Course { Collective, Themselves, Leave }

public sealed record ConsultationDraft(ConsultationKind Kind, string? Title)
{
    /// <summary>Who consults; for research, with whom it is made.</summary>
    public Guid? Organisation { get; init; }

    public string? About { get; init; }
    public string? Link { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public DateOnly? Deadline { get; init; }
    public string? Theme { get; init; }
    public bool Invented { get; init; }
}

/// <summary>
/// A consultation that somebody holds, or a research report: from its topic to what was released. What the network says to it is
/// never here: it is the text of a round, and what leaves is what its mandate lets out.
/// </summary>
public sealed class Consultation : Record
{
    public const int MaxTitle = 200, MaxAbout = 4000, MaxLink = 500, MaxBy = 200, MaxWhy = 1000, MaxText = 60_000;

    private Consultation() { }

    public Consultation(ConsultationDraft draft, DateOnly today)
    {
        Describe(draft);
        (Kind, OpenedOn, Invented) = (draft.Kind, draft.OpenedOn ?? today, draft.Invented);
        if (Deadline < OpenedOn) throw new RuleBroken("Answers are due after it opened.", "Deadline");
    }

    public ConsultationKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public Guid? Organisation { get; private set; }

    /// <summary>What it is about, for members.</summary>
    public string? About { get; private set; }

    public string? Link { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public DateOnly? Deadline { get; private set; }
    public string? Theme { get; private set; }

    /// <summary>Whether it matters to members; null while nobody has said.</summary>
    public bool? Important { get; private set; }

    public Course? Course { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string? Why { get; private set; }

    /// <summary>The round in which members' views are gathered.</summary>
    public Guid? Views { get; private set; }

    /// <summary>The draft, until it is put to members; from then on the round has the text.</summary>
    public string? Subject { get; private set; }

    public string? Text { get; private set; }

    /// <summary>The round that puts the exact text to members.</summary>
    public Guid? Round { get; private set; }

    public bool Invented { get; private set; }

    public bool IsOpenOn(DateOnly today) => Deadline is null || today <= Deadline;

    public void Describe(ConsultationDraft draft)
    {
        Title = Typed.Line(draft.Title, MaxTitle, "Title") ?? throw new RuleBroken("Say what it is called.", "Title");
        if (draft.Kind == ConsultationKind.Consultation && draft.Organisation is null) throw new RuleBroken("Say who consults.", "Organisation");
        if (draft.Kind == ConsultationKind.Consultation && draft.Deadline is null) throw new RuleBroken("Say until when answers are taken.", "Deadline");
        if (draft.Deadline < draft.OpenedOn) throw new RuleBroken("Answers are due after it opened.", "Deadline");
        (Organisation, About, Link) = (draft.Organisation, Typed.Text(draft.About, MaxAbout, "About"), WebAddress.Of(draft.Link, MaxLink, "Link"));
        (Deadline, Theme, OpenedOn) = (draft.Deadline, string.IsNullOrWhiteSpace(draft.Theme) ? null : draft.Theme.Trim(), draft.OpenedOn ?? OpenedOn);
    }

    /// <param name="released">Whether a response has left already.</param>
    public void Decide(Course? course, bool important, string? by, DateOnly? on, string? why, bool released, DateOnly today)
    {
        if (released) throw new RuleBroken("A response has been released, so what was decided stands.");
        Course = course ?? throw new RuleBroken("Choose what is to be done.", "Course");
        DecidedBy = Typed.Line(by, MaxBy, "DecidedBy") ?? throw new RuleBroken("Say who decided it: the Board, chief executives, the members in a round.", "DecidedBy");
        if (on > today) throw new RuleBroken("That day is still to come.", "DecidedOn");
        Why = Typed.Text(why, MaxWhy, "Why") ?? throw new RuleBroken("Say why, for the members who will ask.", "Why");
        (Important, DecidedOn) = (important, on ?? today);
    }

    public void Gather(Guid round)
    {
        RefuseUnlessCollective();
        Views = round;
    }

    public void Write(string? subject, string? text)
    {
        RefuseUnlessCollective();
        (Subject, Text) = (Typed.Line(subject, MaxTitle, "Subject"), Typed.Text(text, MaxText, "Text"));
    }

    /// <summary>From here on the round has the words.</summary>
    public void Put(Guid round)
    {
        RefuseUnlessCollective();
        Round = round;
    }

    public void Untie() => Round = null;

    private void RefuseUnlessCollective()
    {
        if (Course != Consultations.Course.Collective) throw new RuleBroken("First decide that it is answered together.");
    }
}
