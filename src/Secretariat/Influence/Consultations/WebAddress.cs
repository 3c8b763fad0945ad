using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>A link that a page shows must be one of the web, and run nothing.</summary>
internal static class WebAddress
{
    public static string? Of(string? typed, int most, string field)
    {
        if (Typed.Line(typed, most, field) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.UserInfo.Length == 0
            ? text : throw new RuleBroken("This is no address of the web. It should look like https://www.example.org/consultation.", field);
    }
}
