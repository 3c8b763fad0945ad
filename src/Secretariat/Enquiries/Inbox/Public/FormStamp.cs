using System.Security.Cryptography;
using System.Text.Json;
using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Enquiries.Inbox.Public;

/// <summary>
/// Says, signed, when a form was shown, and which showing of it this is. A machine sends it back at once; a person cannot. It has no end: no form here runs out
/// of time while it is filled in. Of the machine's clock, since it is a throttle.
/// </summary>
public sealed class FormStamp(Settings settings)
{
    public static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(3);
    private readonly LinkKey _key = new(settings, "form");

    public string Now() => At(TimeProvider.System.GetUtcNow());

    internal string At(DateTimeOffset moment) => _key.Token([.. BitConverter.GetBytes(moment.UtcTicks), .. RandomNumberGenerator.GetBytes(sizeof(long))]);

    /// <summary>What makes two presses one: the same showing of the form, with the same words in it. Null for a stamp that is not ours.</summary>
    public string? Key(string? stamp, EnquiryDraft draft) =>
        IsOurs(stamp, out _) ? Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { stamp, draft }))) : null;

    public bool IsOurs(string? stamp, out bool tooSoon)
    {
        var shown = _key.Read(stamp) is { Length: 2 * sizeof(long) } says ? new DateTimeOffset(BitConverter.ToInt64(says), TimeSpan.Zero) : (DateTimeOffset?)null;
        tooSoon = shown is { } at && TimeProvider.System.GetUtcNow() - at < AtLeast;
        return shown is not null;
    }
}
