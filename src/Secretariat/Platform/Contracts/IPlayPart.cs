namespace Secretariat.Platform.Contracts;

/// <summary>What the people of the sample year do in a feature, step by step, through the domain's own verbs.</summary>
public interface IPlayPart
{
    /// <summary>Steps at the same instant run in this order.</summary>
    int Order { get; }

    /// <summary>The steps from the first to the last day, both included.</summary>
    Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct);
}

/// <param name="At">When it is done, in the network's time; play stops its clock there.</param>
/// <param name="What">In words, for the progress line: "Schedule bulletin 12".</param>
/// <param name="Do">Runs in a scope of its own, as a request would.</param>
public sealed record PlayStep(DateTimeOffset At, string What, Func<IServiceProvider, CancellationToken, Task> Do);
