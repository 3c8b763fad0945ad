using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Secretariat.Platform;
using Secretariat.Platform.Files;
using Secretariat.Platform.Mailing;

namespace Secretariat.Enquiries.Letters;

/// <summary>
/// The address to which an enquirer's reply goes: it names the enquiry and is signed, so that nobody writes into another's.
/// In lower case throughout, as some servers fold the part before the @.
/// </summary>
public sealed class ReplyAddress(Settings settings, MailSettings mail)
{
    private const string Mark = "e-";
    private const int IdBytes = 16, SignatureBytes = 10;
    private readonly LinkKey _key = new(settings, "enquiry");

    /// <returns>Null where no domain of our own takes replies; a letter then asks for them at the network's address.</returns>
    public string? For(Guid enquiry) => mail.BounceDomain is { } domain ? $"{Local(enquiry)}@{domain}" : null;

    /// <returns>Null for any address that this installation did not sign.</returns>
    public Guid? Enquiry(string address)
    {
        var local = address[..Math.Max(address.LastIndexOf('@'), 0)].ToLowerInvariant();
        if (!local.StartsWith(Mark, StringComparison.Ordinal) || local.Length != Mark.Length + 2 * (IdBytes + SignatureBytes)) return null;
        if (!Guid.TryParseExact(local.AsSpan(Mark.Length, 2 * IdBytes), "N", out var id)) return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(local), Encoding.ASCII.GetBytes(Local(id))) ? id : null;
    }

    private string Local(Guid enquiry)
    {
        var signed = Base64Url.DecodeFromChars(_key.Token(enquiry.ToByteArray()));
        return $"{Mark}{enquiry:N}{Convert.ToHexStringLower(signed.AsSpan(IdBytes, SignatureBytes))}";
    }
}
