using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Demo;

/// <summary>
/// Plays the sample year: at each step's instant the network's clock is stopped, what fell due before it is done, and the
/// step is taken by the domain's own verbs. Nothing is inserted behind their back.
/// </summary>
public sealed class SampleYear(IServiceScopeFactory scopes, SweepRunner runner, NetworkClock clock)
{
    /// <param name="told">Called before each step, for a progress line.</param>
    public async Task Play(string packFolder, DateTimeOffset from, DateTimeOffset to, Action<DateTimeOffset, string>? told, CancellationToken ct)
    {
        clock.StopAt(from);
        foreach (var step in await Steps(packFolder, from, to, ct))
        {
            await runner.RunDue(step.At, ct);
            told?.Invoke(step.At, step.What);
            await using var scope = scopes.CreateAsyncScope();
            await step.Do(scope.ServiceProvider, ct);
        }
        await runner.RunDue(to, ct);
    }

    private async Task<IReadOnlyList<PlayStep>> Steps(string packFolder, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var report = new PackReport();
        var pack = new PackFolder(packFolder, report);
        var steps = new List<(PlayStep Step, int Order)>();
        foreach (var part in scope.ServiceProvider.GetServices<IPlayPart>())
            foreach (var step in await part.Steps(pack, DateOnly.FromDateTime(from.UtcDateTime), DateOnly.FromDateTime(to.UtcDateTime), ct))
                steps.Add((step, part.Order));
        if (report.Faults.Count > 0) throw new Platform.Data.RuleBroken(string.Join(Environment.NewLine, report.Faults));
        return [.. steps.Where(s => s.Step.At >= from && s.Step.At <= to).OrderBy(s => s.Step.At).ThenBy(s => s.Order).Select(s => s.Step)];
    }
}
