using System.Text;
using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Publishing.Notices;

/// <summary>The signed way out of notices, for one reader. It has no end.</summary>
public sealed class NoticeTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _key = new(settings, "leave-notices");

    public string For(Guid? person, string address) => _key.Token([.. (person ?? Guid.Empty).ToByteArray(), .. Encoding.UTF8.GetBytes(address)]);

    public (Guid? Person, string Address)? Read(string token)
    {
        if (_key.Read(token) is not { Length: > IdBytes } who) return null;
        var person = new Guid(who.AsSpan(0, IdBytes));
        return (person == Guid.Empty ? null : person, Encoding.UTF8.GetString(who.AsSpan(IdBytes)));
    }
}
