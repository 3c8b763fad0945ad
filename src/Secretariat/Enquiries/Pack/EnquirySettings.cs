using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Pack;

/// <summary>How long this network takes for what it is asked, and how long it keeps who asked. One row, from the data pack.</summary>
public sealed class EnquirySettings : Record
{
    /// <summary>Working days until an enquiry is late with the secretariat.</summary>
    public int AnswerDays { get; private set; } = 5;

    /// <summary>Working days until a handover that a member has not settled comes back.</summary>
    public int HandoverDays { get; private set; } = 5;

    /// <summary>Months after closing, until what says who asked is erased.</summary>
    public int KeepMonths { get; private set; } = 12;

    public const int MaxThanks = 500;

    /// <summary>With what the first letter to an enquirer begins; null for the words of the program.</summary>
    public string? Thanks { get; private set; }

    public bool Invented { get; set; }

    public void Change(int answerDays, int handoverDays, int keepMonths)
    {
        if (answerDays is < 1 or > 60) throw new RuleBroken("An enquiry is answered within 1 to 60 working days.", "AnswerDays");
        if (handoverDays is < 1 or > 60) throw new RuleBroken("A handover comes back after 1 to 60 working days.", "HandoverDays");
        if (keepMonths is < 1 or > 120) throw new RuleBroken("Who asked is kept for 1 to 120 months.", "KeepMonths");
        (AnswerDays, HandoverDays, KeepMonths) = (answerDays, handoverDays, keepMonths);
    }

    public void Thank(string? words) => Thanks = Typed.Text(words, MaxThanks, "Thanks");
}
