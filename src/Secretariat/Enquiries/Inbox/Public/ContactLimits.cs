using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Public;

/// <summary>How many enquiries the form takes.</summary>
public sealed class ContactLimits() : FormLimits(FromOne, FromAll)
{
    public const int FromOne = 10, FromAll = 300;
}
