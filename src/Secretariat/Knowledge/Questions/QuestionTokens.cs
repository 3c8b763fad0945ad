using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Knowledge.Questions;

/// <summary>The signed way to one question for one person: an officer who is asked, or whoever asked.</summary>
public sealed class QuestionTokens(Settings settings)
{
    private const int IdBytes = 16;
    private readonly LinkKey _key = new(settings, "practice-question");

    public string For(Guid question, Guid person) => _key.Token([.. question.ToByteArray(), .. person.ToByteArray()]);

    public (Guid Question, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 2 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes))) : null;
}
