using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>What all lanes of this process share: the lease, the claims, the group commit, and the count of what is under way.</summary>
internal sealed class Crew(IServiceScopeFactory scopes, WorkerLease lease, Committer committer, SendingTrouble trouble, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _poke = new(0);
    private int _inFlight;

    public SendingTrouble Trouble => trouble;

    public int InFlight => Volatile.Read(ref _inFlight);

    public async Task<Claimed> Claim(LaneOf lane, int count, CancellationToken ct)
    {
        // Counted before it is known, so that "nothing is under way" is never said during a claim.
        Interlocked.Add(ref _inFlight, count);
        var claimed = 0;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var taken = await Claims.Run(db, lease.Id, lane, count, clock.GetUtcNow(), TimeProvider.System.GetUtcNow(), ct);
            claimed = taken.Letters.Count;
            return taken;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            trouble.Say("database", LedgerFault.Sentence(fault));
            log.LogError(fault, "A claim failed: {Sentence}", LedgerFault.Sentence(fault));
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, ct);
            return Claimed.Nothing;
        }
        finally
        {
            Interlocked.Add(ref _inFlight, claimed - count);
        }
    }

    /// <summary>One try, whatever happens in it: a fault is the outcome of this letter alone.</summary>
    public async Task<Outcome> Try(Delivery delivery, ITransportSession session)
    {
        Task<bool>? begun = null;
        try
        {
            return await session.Send(delivery, () => begun = committer.Write(new Move(delivery, DeliveryState.Sending, "", clock.GetUtcNow())), CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Delivery {Delivery} met a fault", delivery.Id);
            if (begun is null) return Outcome.Later($"This letter met a fault and will be tried again: {fault.Message}");
            // Its `sending` may still be on the way to the database, and then nobody can know how far the letter went.
            return await begun ? Outcome.Unknown : Outcome.Fenced;
        }
    }

    /// <summary>Does not wait: the connection goes on, and its next letter's `sending` is committed with, or after, this.</summary>
    public void Finish(Delivery delivery, Outcome outcome)
    {
        if (ReferenceEquals(outcome, Outcome.Fenced))
        {
            Interlocked.Decrement(ref _inFlight);
            return;
        }
        var attempts = delivery.Attempts + 1;
        var (state, why, later) = (outcome.State, outcome.Why, (DateTimeOffset?)null);
        if (state == DeliveryState.Deferred)
        {
            if (Retry.After(attempts) is { } wait) later = TimeProvider.System.GetUtcNow() + (outcome.RetrySoon && attempts <= 3 ? Soon : wait);
            else (state, why) = (DeliveryState.Failed, Sentences.GaveUp(attempts, outcome.Why));
        }
        _ = Written(new Move(delivery, state, why, clock.GetUtcNow()) { NotBefore = later, Outcome = outcome });
    }

    /// <summary>Claimed and not begun: back to the queue.</summary>
    public Task Release(Delivery delivery) => Written(new Move(delivery, DeliveryState.Queued, "", clock.GetUtcNow()));

    private async Task Written(Move move)
    {
        try
        {
            if (!await committer.Write(move)) log.LogWarning("Delivery {Delivery} was taken from this worker before it could say {State}", move.Delivery.Id, move.To);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    /// <summary>There is something new to claim.</summary>
    public void Poke()
    {
        if (_poke.CurrentCount == 0) _poke.Release();
    }

    public Task Pause(TimeSpan atMost, CancellationToken ct) => _poke.WaitAsync(atMost, ct);
}
