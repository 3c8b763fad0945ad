namespace Secretariat.Enquiries.Inbox;

public enum EnquiryChannel { Form, Mail, Call, Letter, InPerson }

/// <summary>New: somebody of the secretariat has to look. Waiting: we asked the enquirer something.</summary>
public enum EnquiryState { New, HandedOver, Waiting, Closed }

public enum EnquiryEnd { AnsweredByUs, AnsweredByMember, NotForUs, Spam }

public static class EnquiryWords
{
    public static string Words(this EnquiryChannel channel) => channel switch
    {
        EnquiryChannel.Form => "contact form",
        EnquiryChannel.Mail => "e-mail",
        EnquiryChannel.Call => "telephone call",
        EnquiryChannel.Letter => "letter",
        _ => "in person",
    };

    public static string Words(this EnquiryState state) => state switch
    {
        EnquiryState.New => "new",
        EnquiryState.HandedOver => "handed over",
        EnquiryState.Waiting => "waiting for the enquirer",
        _ => "closed",
    };

    public static string Look(this EnquiryState state, bool late) => late ? "late" : state switch
    {
        EnquiryState.New => "due",
        EnquiryState.Closed => "done",
        _ => "waiting",
    };

    public static string Words(this EnquiryEnd end) => end switch
    {
        EnquiryEnd.AnsweredByUs => "answered by us",
        EnquiryEnd.AnsweredByMember => "answered by a member",
        EnquiryEnd.NotForUs => "not for us",
        _ => "spam",
    };
}
