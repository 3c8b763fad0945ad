namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>A line's heading, as staff read it.</summary>
public static class DeskWords
{
    public static string Of(EnquiryLine line, string? member) => line.Kind switch
    {
        LineKind.Asked => line.By.Length > 0 ? $"{line.By} asked" : "The enquirer asked",
        LineKind.Acknowledged => "The enquirer was told that we have it",
        LineKind.Note => $"Note by {line.By}",
        LineKind.PassedOn => $"{line.By} handed it to {member}, and the enquirer was told",
        LineKind.Accepted => $"{line.By} of {member} took it on",
        LineKind.HandedBack => $"{line.By} of {member} handed it back",
        LineKind.AlreadyDealing => $"{line.By} of {member}: they are dealing with them already",
        LineKind.CameBack => $"{member} did not settle it in time, and it came back",
        LineKind.AskedBack => $"{line.By} asked the enquirer",
        LineKind.Answered => member is null ? $"{line.By} answered" : $"{line.By} of {member} answered",
        LineKind.Closed => $"{line.By} closed it{(member is null ? "" : $", answered by {member}")}",
        LineKind.Reopened => $"{line.By} opened it again",
        _ => line.By.Length > 0 ? $"{line.By} wrote about it" : "Somebody wrote about it",
    };
}
