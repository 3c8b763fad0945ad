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
            Platform.Deliveries.Letters.Queue(db, clock, new OneLetter(EnquirerLetter.ClassName, $"{Title(line.Kind)}, enquiry {enquiry.Reference}", enquiry.Email)
            {
                About = line.Id,
                Reach = line.Kind == LineKind.Acknowledged ? [] : [Hold.Everything],
            });
        return line;
    }

    /// <summary>What staff are told after their words when a letter does not leave yet; nothing when it does.</summary>
    public async Task<string> Waits(DateTimeOffset now, CancellationToken ct) => await db.HoldOn([], now, ct) is { } hold ? $" The letter waits for the end of a hold: {hold.Reason}" : "";

    private static string Title(LineKind kind) => kind switch
    {
        LineKind.Acknowledged => "Acknowledgement",
        LineKind.PassedOn => "Passed on",
        LineKind.AlreadyDealing => "Already in hand",
        LineKind.AskedBack => "Question",
        _ => "Answer",
    };
}
