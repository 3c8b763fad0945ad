using System.Collections.Concurrent;

namespace Secretariat.Platform.Deliveries;

/// <summary>Why letters wait although they are due, in sentences for the desk: the mail server is away, the disk is full.</summary>
public sealed class SendingTrouble
{
    private readonly ConcurrentDictionary<string, string> _sentences = new();

    public IReadOnlyCollection<string> Sentences => [.. _sentences.Values];

    public void Say(string about, string sentence) => _sentences[about] = sentence;

    public void Clear(string about) => _sentences.TryRemove(about, out _);
}
