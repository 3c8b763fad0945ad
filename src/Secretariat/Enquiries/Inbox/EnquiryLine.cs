using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Asked: words of the enquirer. Answered, AskedBack, PassedOn, Acknowledged: a letter to them. The rest is told to nobody outside.</summary>
public enum LineKind { Asked, Acknowledged, Note, PassedOn, Accepted, HandedBack, AlreadyDealing, CameBack, AskedBack, Answered, Closed, Reopened, Mail }

/// <summary>One thing said or done about an enquiry, in its order. A line is never changed, but for erasing.</summary>
public sealed class EnquiryLine : Record, IHoldsPersonalData
{
    private EnquiryLine() { }

    public EnquiryLine(Guid enquiry, LineKind kind, string words, string by, DateTimeOffset at)
    {
        (Enquiry, Kind, Words, By, At) = (enquiry, kind, words, by, at);
    }

    public EnquiryLine(Guid enquiry, LineKind kind, string words, Actor by, DateTimeOffset at) : this(enquiry, kind, words, by.Name, at) => Author = by.Person;

    public Guid Enquiry { get; private set; }
    public LineKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>Who said or did it, by name.</summary>
    public string By { get; private set; } = "";

    /// <summary>The same as a person here, where they are one; none for the enquirer.</summary>
    public Guid? Author { get; private set; }

    /// <summary>The member whose step it is, or to whom it was passed.</summary>
    public Guid? Member { get; init; }

    /// <summary>How others answer it: the address of whoever wrote, when that was somebody other than the enquirer or us.</summary>
    public string? ReplyTo { get; private set; }

    /// <summary>Of the letter that came in: the same one twice makes one line.</summary>
    public string? MessageKey { get; init; }

    /// <summary>What others answer goes to this address.</summary>
    public EnquiryLine AnsweredAt(string? address)
    {
        ReplyTo = address;
        return this;
    }

    /// <summary>Whoever said it for us or a member is erased.</summary>
    internal void ForgetAuthor() => (Author, By) = (null, Handovers.Handover.Former);

    internal void ForgetReplyTo() => ReplyTo = null;

    /// <summary>The enquirer is erased: their words, and to whom they answered.</summary>
    internal void Forget()
    {
        Words = Words.Length == 0 ? "" : Inbox.Enquiry.Forgotten;
        ReplyTo = null;
        if (Kind is LineKind.Asked or LineKind.Mail) By = "";
    }
}
