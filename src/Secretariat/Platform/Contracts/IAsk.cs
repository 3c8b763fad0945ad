using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>What a feature wants of people by a date. Members writes the letters: one a week, and alone what cannot wait for it.</summary>
public interface IAsk
{
    /// <summary>"round": with <see cref="Ask.Key"/> it names an ask for as long as it is the same.</summary>
    string Kind { get; }

    /// <summary>By when each of what is open is asked; empty when nothing is. Asked often, so it is one cheap look.</summary>
    Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct);

    /// <summary>Each thing that is open for each person it is asked of; whoever acts for them is a person of their own here, in copy.</summary>
    /// <param name="of">Only what is asked of this person, found by starting from them; null for everybody.</param>
    Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct);

    /// <summary>The path at which it is done without signing in. Signed when the letter is sent, and stored nowhere.</summary>
    string Link(string key, Guid person);
}

/// <param name="Key">Which of the kind's things it is.</param>
/// <param name="What">As it stands in the letter: "Blackport: Do you agree this text?".</param>
/// <param name="Since">When it began to be open; a letter before that was about something else.</param>
/// <param name="By">When it is too late.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Page">Where it is done when signed in.</param>
public sealed record Ask(string Kind, string Key, Guid Person, string Name, string Address, string What, DateTimeOffset Since, DateTimeOffset By, int Minutes, string Page);
