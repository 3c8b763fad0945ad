using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Enquiries.Handovers;

/// <summary>The signed way to one handover for one person: whom it was written to, or their PA.</summary>
public sealed class HandoverTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _key = new(settings, "handover");

    public string For(Guid handover, Guid person) => _key.Token([.. handover.ToByteArray(), .. person.ToByteArray()]);

    public (Guid Handover, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;
}
