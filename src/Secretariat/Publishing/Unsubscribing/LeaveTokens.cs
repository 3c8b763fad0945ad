using System.Text;
using Secretariat.Platform;
using Secretariat.Platform.Files;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Newsletters;

namespace Secretariat.Publishing.Unsubscribing;

/// <summary>
/// The signed way out of one list, for one reader. It has no end: a letter found years later must still let its reader
/// leave. The key lies with the other keys in the data folder and so in backups.
/// </summary>
public sealed class LeaveTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _bulletin = new(settings, "leave"), _newsletter = new(settings, "leave-newsletter");

    public string For(string list, Guid? person, string address) => (list == SignUp.List ? _newsletter : _bulletin).Token([.. (person ?? Guid.Empty).ToByteArray(), .. Encoding.UTF8.GetBytes(address)]);

    /// <returns>Null for anything that this installation did not sign.</returns>
    public (string List, Guid? Person, string Address)? Read(string token) =>
        Read(_bulletin, Readers.List, token) ?? Read(_newsletter, SignUp.List, token);

    private static (string, Guid?, string)? Read(LinkKey key, string list, string token)
    {
        if (key.Read(token) is not { Length: > IdBytes } who) return null;
        var person = new Guid(who.AsSpan(0, IdBytes));
        return (list, person == Guid.Empty ? null : person, Encoding.UTF8.GetString(who.AsSpan(IdBytes)));
    }
}
