using Secretariat.Agreements.Rounds;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Influence.Consultations;

public sealed record SubmissionDraft(string? Title, DateOnly? SentOn, string? Link, Circulation? Circulation)
{
    public EvidenceFile? File { get; init; }

    /// <summary>Who of the member permitted that others read it, where staff write it down.</summary>
    public string? Permitted { get; init; }

    public bool Invented { get; init; }
}

/// <summary>What a member itself said to a consultation. It stands beside the collective answer and is the member's alone.</summary>
public sealed class Submission : Record, IHoldsPersonalData
{
    public const int MaxTitle = 200, MaxLink = 500, MaxPermitted = 300;

    private Submission() { }

    /// <param name="person">Of the member, who reports it; null when staff wrote it down.</param>
    public Submission(Guid consultation, Guid member, SubmissionDraft draft, Guid? person, string by, DateOnly today, DateTimeOffset now)
    {
        Title = Typed.Line(draft.Title, MaxTitle, "Title") ?? throw new RuleBroken("Say in a line what was sent.", "Title");
        if (draft.SentOn > today) throw new RuleBroken("That day is still to come.", "SentOn");
        Circulation = draft.Circulation ?? throw new RuleBroken("Say who may see it.", "Circulation");
        Permitted = person is null ? Typed.Line(draft.Permitted, MaxPermitted, "Permitted") : null;
        if (person is null && Permitted is null && Circulation != Circulation.NamedPeople) throw new RuleBroken("Say who there permitted that others see it, and when; until then only its own people and the secretariat do.", "Permitted");
        Link = WebAddress.Of(draft.Link, MaxLink, "Link");
        if (draft.File is { } file) (FileHash, FileName, FileType) = (file.Hash, file.Name, file.Type);
        (Consultation, Member, SentOn, Person, By, At, Invented) = (consultation, member, draft.SentOn ?? today, person, by, now, draft.Invented);
    }

    public Guid Consultation { get; private set; }
    public Guid Member { get; private set; }
    public string Title { get; private set; } = "";
    public DateOnly SentOn { get; private set; }
    public string? Link { get; private set; }
    public string? FileHash { get; private set; }
    public string? FileName { get; private set; }
    public string? FileType { get; private set; }

    /// <summary>Named people: the member's own and the secretariat.</summary>
    public Circulation Circulation { get; private set; }

    /// <summary>Who of the member permitted that others see it, in the words of whoever wrote it down; null where the member listed it itself.</summary>
    public string? Permitted { get; private set; }

    public Guid? Person { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The member, or whoever wrote it down, took it out again.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    public bool Invented { get; private set; }

    public bool ByStaff => Person is null;

    public bool SeenBy(IReadOnlyCollection<Guid> members) => Circulation != Circulation.NamedPeople || members.Contains(Member);

    /// <summary>The same once more: a second press.</summary>
    internal bool IsSame(Submission other) => (SentOn, Link, FileHash, Circulation) == (other.SentOn, other.Link, other.FileHash, other.Circulation);

    public void TakeOut(DateTimeOffset now) => TakenOutAt ??= now;

    internal void Forget() => (Person, By) = (null, "somebody whose name was erased");
}

public static class SubmissionWords
{
    public static string Seen(this Circulation circulation) => circulation switch
    {
        Circulation.NamedPeople => "its own people and the secretariat",
        Circulation.Members => "members",
        _ => "everybody",
    };
}
