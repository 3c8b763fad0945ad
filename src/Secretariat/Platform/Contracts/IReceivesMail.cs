namespace Secretariat.Platform.Contracts;

/// <summary>Takes letters that come in. Each is offered in order until somebody takes it; taking the same one twice must be harmless.</summary>
public interface IReceivesMail
{
    /// <summary>Those who know a letter by a signed address come first; whoever takes what is left comes last.</summary>
    int Order { get; }

    /// <returns>True when it is taken.</returns>
    Task<bool> Take(InboundMail mail, CancellationToken ct);
}

/// <param name="To">Every address it was delivered to, the envelope's first.</param>
/// <param name="Source">The whole message as it came.</param>
public sealed record InboundMail(IReadOnlyList<string> To, string From, string Subject, byte[] Source);
