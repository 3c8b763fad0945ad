using System.Buffers;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>The memory in which one connection writes its letters, used again and again.</summary>
internal sealed class LetterBuffer
{
    public ArrayBufferWriter<byte> Body { get; } = new(64 * 1024);
    public ArrayBufferWriter<byte> Whole { get; } = new(64 * 1024);

    public void Clear()
    {
        Body.ResetWrittenCount();
        Whole.ResetWrittenCount();
    }
}

/// <param name="ReturnPath">Signed: a bounce says by its address which letter it is about.</param>
internal sealed record PrintedLetter(string ReturnPath, string To, string Subject, ReadOnlyMemory<byte> Bytes);

/// <summary>A letter that cannot be written.</summary>
/// <param name="whole">True when the whole batch cannot, so that it is tried again rather than given up.</param>
internal sealed class LetterFault(string sentence, bool whole, Exception? cause = null) : Exception(sentence, cause)
{
    public bool Whole => whole;

    public Outcome AsOutcome => whole ? Outcome.Later(Sentences.NotComposed(Message)) : Outcome.Failed(Sentences.NotComposed(Message));
}
