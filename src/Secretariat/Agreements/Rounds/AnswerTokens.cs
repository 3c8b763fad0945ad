using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Agreements.Rounds;

/// <summary>The signed way to answer a round without an account: bound to the round, the elector and the person, and to nothing else.</summary>
public sealed class AnswerTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _key = new(settings, "answer");

    public string For(Guid round, Guid elector, Guid person) => _key.Token([.. round.ToByteArray(), .. elector.ToByteArray(), .. person.ToByteArray()]);

    /// <returns>Null for anything that this installation did not sign.</returns>
    public (Guid Round, Guid Elector, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 3 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes)), new Guid(says.AsSpan(2 * IdBytes, IdBytes))) : null;
}
