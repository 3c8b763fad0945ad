using System.Text;
using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Publishing.Unsubscribing;

/// <summary>
/// The signed way out of the bulletin, for one reader. It has no end: a letter found years later must still let its reader
/// leave. The key lies with the other keys in the data folder and so in backups.
/// </summary>
public sealed class LeaveTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _key = new(settings, "leave");

    public string For(Guid? person, string address) => _key.Token([.. (person ?? Guid.Empty).ToByteArray(), .. Encoding.UTF8.GetBytes(address)]);

    /// <returns>Null for anything that this installation did not sign.</returns>
    public (Guid? Person, string Address)? Read(string token)
    {
        if (_key.Read(token) is not { Length: > IdBytes } who) return null;
        var person = new Guid(who.AsSpan(0, IdBytes));
        return (person == Guid.Empty ? null : person, Encoding.UTF8.GetString(who.AsSpan(IdBytes)));
    }
}
