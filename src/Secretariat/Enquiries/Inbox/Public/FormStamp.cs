using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Enquiries.Inbox.Public;

/// <summary>
/// Says, signed, when a form was shown. A machine sends it back at once; a person cannot. It has no end: no form here runs out
/// of time while it is filled in. Of the machine's clock, since it is a throttle.
/// </summary>
public sealed class FormStamp(Settings settings)
{
    public static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(3);
    private readonly LinkKey _key = new(settings, "form");

    public string Now() => At(TimeProvider.System.GetUtcNow());

    internal string At(DateTimeOffset moment) => _key.Token(BitConverter.GetBytes(moment.UtcTicks));

    public bool IsOurs(string? stamp, out bool tooSoon)
    {
        var shown = _key.Read(stamp) is { Length: sizeof(long) } says ? new DateTimeOffset(BitConverter.ToInt64(says), TimeSpan.Zero) : (DateTimeOffset?)null;
        tooSoon = shown is { } at && TimeProvider.System.GetUtcNow() - at < AtLeast;
        return shown is not null;
    }
}
