namespace Secretariat.Platform.Data;

/// <summary>A rule of the network says no. The message is a sentence for the person who asked.</summary>
public sealed class RuleBroken(string sentence, string field = "") : Exception(sentence)
{
    /// <summary>The input that caused it, or empty when it is about the whole.</summary>
    public string Field { get; } = field;
}
