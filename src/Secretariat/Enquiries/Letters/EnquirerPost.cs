using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Enquiries.Letters;

/// <summary>Writes a line and, where the enquirer is to know of it, the letter that tells them; the caller saves.</summary>
public sealed class EnquirerPost(Db db, TimeProvider clock)
{
    public EnquiryLine Write(Enquiry enquiry, EnquiryLine line, bool tell = true)
    {
        db.Add(line);
        if (tell && enquiry.CanBeWrittenTo)
            Platform.Deliveries.Letters.Queue(db, clock, new OneLetter(EnquirerLetter.ClassName, $"{Title(line.Kind)}, enquiry {enquiry.Reference}", enquiry.Email) { About = line.Id });
        return line;
    }

    private static string Title(LineKind kind) => kind switch
    {
        LineKind.Acknowledged => "Acknowledgement",
        LineKind.PassedOn => "Passed on",
        LineKind.AlreadyDealing => "Already in hand",
        LineKind.AskedBack => "Question",
        _ => "Answer",
    };
}
