using System.Text.Json;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Platform.Deliveries;

/// <summary>One letter to one recipient, through the same ledger as everything else.</summary>
public static class Letters
{
    /// <summary>Queues a letter in the caller's transaction and saves it.</summary>
    /// <inheritdoc cref="Queue"/>
    public static Task<Guid> Post(Db db, TimeProvider clock, OneLetter letter, CancellationToken ct) => db.Write(async () =>
    {
        var batch = Queue(db, clock, letter);
        await db.SaveUnaudited(ct);
        return batch;
    }, ct);

    /// <summary>
    /// Queues a letter; the caller saves, which makes one save of many letters. With <see cref="OneLetter.Words"/> the words are
    /// given; without them the class's composer writes them when the letter is sent, which is how a sign-in link comes to be
    /// stored only as its hash.
    /// </summary>
    /// <returns>The batch's id: its page shows what became of the letter.</returns>
    public static Guid Queue(Db db, TimeProvider clock, OneLetter letter)
    {
        var to = EmailAddress.Parse(letter.Address);
        var now = clock.GetUtcNow();
        var batch = new Batch
        {
            Id = Guid.CreateVersion7(),
            Class = letter.Class,
            Title = letter.Title,
            About = letter.About,
            Priority = letter.Priority,
            Reach = letter.Reach.Count == 0 ? "" : $"|{string.Join('|', letter.Reach)}|",
            Content = letter.Words is { } words ? JsonSerializer.Serialize(words) : null,
            NotBefore = now,
            At = now,
            State = BatchState.Open,
        };
        db.Add(batch);
        db.Add(Delivery.Queue(batch.Id, letter.Person, to, letter.Merge is null ? "{}" : JsonSerializer.Serialize(letter.Merge), now));
        return batch.Id;
    }
}

/// <param name="Class">"notice" sends <see cref="Words"/> as they are; another class is written by its composer.</param>
public sealed record OneLetter(string Class, string Title, string Address, Guid? Person = null)
{
    public Priority Priority { get; init; } = Priority.Service;
    public Guid? About { get; init; }

    /// <summary>Which holds stop it, besides those that stop its priority.</summary>
    public IReadOnlyCollection<string> Reach { get; init; } = [];

    public LetterWords? Words { get; init; }
    public IReadOnlyDictionary<string, string>? Merge { get; init; }
}

public sealed record LetterWords(string Subject, string Html, string Text);

/// <summary>Writes the letters whose words were given when they were posted.</summary>
public sealed class NoticeComposer : ILetterComposer
{
    public const string ClassName = "notice";

    public string Class => ClassName;

    public Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var words = JsonSerializer.Deserialize<LetterWords>(batch.Content ?? throw new InvalidOperationException("A notice was posted without words."))!;
        return Task.FromResult(new LetterTemplate(words.Subject, words.Html, words.Text, []));
    }
}
