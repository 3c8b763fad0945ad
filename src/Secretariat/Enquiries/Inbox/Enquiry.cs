using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Somebody from outside asks something. What was said and done stands in its lines.</summary>
public sealed class Enquiry : Record, IHoldsPersonalData
{
    public const int MaxName = 120, MaxPhone = 40, MaxBody = 160, MaxPostcode = 80, MaxSubject = 160, MaxWords = 8000, MaxReason = 500;
    public const string Forgotten = "erased after its time";
    private static readonly TimeSpan Mistaken = TimeSpan.FromDays(1);
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private Enquiry() { }

    public Enquiry(EnquiryDraft draft, EnquiryChannel channel, DateOnly due, DateTimeOffset now)
    {
        Name = Typed.Line(draft.Name, MaxName, "Name") ?? throw new RuleBroken(channel == EnquiryChannel.Form ? "Tell us your name." : "Give the name of who asks.", "Name");
        Subject = Typed.Line(draft.Subject, MaxSubject, "Subject") ?? throw new RuleBroken("Say in a few words what it is about.", "Subject");
        (Phone, Body, Postcode) = (Typed.Line(draft.Phone, MaxPhone, "Phone"), Typed.Line(draft.Body, MaxBody, "Body"), Typed.Line(draft.Postcode, MaxPostcode, "Postcode"));
        if (!string.IsNullOrWhiteSpace(draft.Email))
        {
            var address = EmailAddress.Parse(draft.Email);
            (Email, EmailKey) = (address.Text, address.Key);
        }
        else if (Phone is null) throw new RuleBroken("Without an e-mail address or a telephone number nobody can answer.", "Email");
        var words = Typed.Text(draft.Words, MaxWords, "Words") ?? throw new RuleBroken("Write what you want to know.", "Words");
        (Theme, Channel, ReceivedAt, Due, Invented, FormKey) = (string.IsNullOrWhiteSpace(draft.Theme) ? null : draft.Theme.Trim(), channel, now, due, draft.Invented, draft.FormKey);
        Reference = NewReference(Id);
        Found = string.Join(' ', Reference, Name, Body, Subject, Postcode, words).Folded();
    }

    /// <summary>What people say on the telephone: "K7Q2-9MWD".</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Of the form that was filled in: pressed twice, it makes one enquiry.</summary>
    public string? FormKey { get; private set; }

    public EnquiryChannel Channel { get; private set; }
    public EnquiryState State { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The last day on which it is not late, with whoever has it.</summary>
    public DateOnly Due { get; private set; }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public string? Phone { get; private set; }
    public string? Body { get; private set; }
    public string? Postcode { get; private set; }
    public string? Theme { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>What a search looks in, folded.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Words came in that nobody of the secretariat has looked at.</summary>
    public DateTimeOffset? WroteAgainAt { get; private set; }

    /// <summary>When the first answer went out, or was given by telephone.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public EnquiryEnd? ClosedAs { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The member that answered, when one did.</summary>
    public Guid? AnsweredBy { get; private set; }

    /// <summary>
    /// The closing that counts is the first, so that no year's figures change when somebody writes again; what it counts as is the
    /// first answer, and whose that was. Spam does not count.
    /// </summary>
    public DateTimeOffset? CountedAt { get; private set; }

    public EnquiryEnd? CountedAs { get; private set; }
    public Guid? CountedFor { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }
    public bool Invented { get; private set; }

    public bool IsOpen => State != EnquiryState.Closed;
    public bool CanBeWrittenTo => EmailKey.Length > 0;

    public bool IsLate(DateOnly today) => IsOpen && Due < today;

    /// <summary>The first half of the postcode: enough to say where from, and nobody is known by it.</summary>
    public string? Area => Postcode is { } typed && Members.Finding.Postcode.TryRead(typed, out var postcode) ? postcode.Outcode : null;

    /// <summary>A member has it now.</summary>
    public void HandOver(DateOnly due)
    {
        StillOpen();
        (State, Due) = (EnquiryState.HandedOver, due);
    }

    /// <summary>It is the secretariat's again, and somebody looks today.</summary>
    public void ComeBack(DateOnly today)
    {
        if (IsOpen) (State, Due) = (EnquiryState.New, today);
    }

    public void AskBack(DateOnly due)
    {
        StillOpen();
        if (!CanBeWrittenTo) throw new RuleBroken("There is no e-mail address: ring them, and write down what was said.", "Words");
        (State, Due) = (EnquiryState.Waiting, due);
    }

    /// <summary>The enquirer, or somebody about it, wrote again. What was closed stays closed until somebody has read it: it may be thanks.</summary>
    public void WriteAgain(string words, DateOnly due, DateTimeOffset now)
    {
        if (State is EnquiryState.Waiting or EnquiryState.Closed) Due = due;
        if (State == EnquiryState.Waiting) State = EnquiryState.New;
        WroteAgainAt = now;
        Found = $"{Found} {words.Folded()}";
    }

    /// <summary>Somebody of the secretariat has read what came in.</summary>
    public void Look() => WroteAgainAt = null;

    public void Close(EnquiryEnd end, DateTimeOffset now, Guid? member = null)
    {
        StillOpen();
        if (end == EnquiryEnd.AnsweredByMember && member is null) throw new RuleBroken("Say which member answered.", "Member");
        var answers = end == EnquiryEnd.AnsweredByMember ? member : null;
        (State, ClosedAs, ClosedAt, AnsweredBy) = (EnquiryState.Closed, end, now, answers);
        if (end is EnquiryEnd.AnsweredByUs or EnquiryEnd.AnsweredByMember) AnsweredAt ??= now;
        Count(end, answers, now);
    }

    /// <summary>Opened again within a day, it was closed by mistake, and never counted.</summary>
    public void Reopen(DateOnly due, DateTimeOffset now)
    {
        if (IsOpen) throw new RuleBroken("It is open already.");
        if (ErasedAt is not null) throw new RuleBroken("Who asked was erased, so nobody can be answered any more.");
        if (now - CountedAt < Mistaken) (CountedAt, CountedAs, CountedFor) = (null, null, null);
        (State, Due, ClosedAs, ClosedAt, AnsweredBy) = (EnquiryState.New, due, null, null, null);
    }

    /// <summary>Takes what says who asked and what they wrote. That something was asked, about what, from which area and what became of it stays.</summary>
    public void Forget(DateTimeOffset now)
    {
        (Name, Email, EmailKey, Phone, Body, Subject, Found, Postcode, WroteAgainAt) = ("", "", "", null, null, Forgotten, "", Area, null);
        ErasedAt = now;
        // Nobody is left to be answered.
        if (IsOpen) Close(EnquiryEnd.NotForUs, now);
    }

    private void Count(EnquiryEnd end, Guid? member, DateTimeOffset now)
    {
        if (end == EnquiryEnd.Spam) return;
        if (CountedAs is null or EnquiryEnd.NotForUs) (CountedAs, CountedFor) = (end, member);
        CountedAt ??= now;
    }

    private void StillOpen()
    {
        if (!IsOpen) throw new RuleBroken($"It is closed: {ClosedAs!.Value.Words()}. Open it again first.");
    }

    // Of the id's random half; without the letters and digits that are mistaken for each other.
    private static string NewReference(Guid id)
    {
        var random = BitConverter.ToUInt64(id.ToByteArray(), 8);
        return string.Concat(Enumerable.Range(0, 8).Select(n => $"{(n == 4 ? "-" : "")}{Alphabet[(int)(random >> (8 + (n * 5)) & 31)]}"));
    }
}
