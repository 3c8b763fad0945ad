using System.Threading.Channels;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>
/// One commit for all connections: whatever they ask for while a commit runs goes into the next one. A thousand letters a
/// second then cost some tens of commits. What cannot be written waits and is tried again; nobody sends meanwhile.
/// </summary>
internal sealed class Committer(IServiceScopeFactory scopes, SendingTrouble trouble, ILogger log)
{
    private const int Most = 256, TriesAsOne = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100), LongestWait = TimeSpan.FromSeconds(5);

    private readonly Channel<Move> _moves = Channel.CreateUnbounded<Move>(new UnboundedChannelOptions { SingleReader = true });

    public Task<bool> Write(Move move)
    {
        if (!_moves.Writer.TryWrite(move)) move.Written.TrySetResult(false);
        return move.Written.Task;
    }

    /// <summary>Runs until <see cref="Finish"/>, or until it is cancelled while the database does not answer.</summary>
    public async Task Run(CancellationToken ct)
    {
        var group = new List<Move>(Most);
        try
        {
            while (await _moves.Reader.WaitToReadAsync(ct))
            {
                Fill(group);
                await Write(group, ct);
                group.Clear();
            }
        }
        finally
        {
            foreach (var move in group) move.Written.TrySetResult(false);
            _moves.Writer.TryComplete();
            while (_moves.Reader.TryRead(out var move)) move.Written.TrySetResult(false);
        }
    }

    public void Finish() => _moves.Writer.TryComplete();

    // One statement moves a row once: a letter's next move begins the next group, and nothing overtakes it.
    private void Fill(List<Move> group)
    {
        var held = new HashSet<Guid>();
        while (group.Count < Most && _moves.Reader.TryPeek(out var next) && held.Add(next.Delivery.Id) && _moves.Reader.TryRead(out var move)) group.Add(move);
    }

    // One row that the database will never take must not hold up all others, nor be lost: it is written down without its words.
    private async Task Write(IReadOnlyCollection<Move> group, CancellationToken ct)
    {
        if (await Patiently(group, ct)) return;
        foreach (var move in group)
        {
            if ((group.Count > 1 && await Patiently([move], ct)) || await Patiently([move.Bare()], ct)) continue;
            log.LogCritical("Delivery {Delivery} could not be written down as {State}; it will be said to be unknown when this process ends", move.Delivery.Id, move.To);
            move.Written.TrySetResult(false);
        }
    }

    /// <summary>Tries for as long as it is a matter of the moment. False when the database will not have it.</summary>
    private async Task<bool> Patiently(IReadOnlyCollection<Move> group, CancellationToken ct)
    {
        var tries = 0;
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                var written = await Commit(group, ct);
                trouble.Clear("database");
                foreach (var move in group) move.Written.TrySetResult(written.Contains(move.Delivery.Id));
                return true;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                if (!LedgerFault.Passes(fault) && ++tries >= TriesAsOne)
                {
                    log.LogError(fault, "{Count} changes of the ledger were refused: {Sentence}", group.Count, LedgerFault.Sentence(fault));
                    return false;
                }
                log.LogWarning("{Count} changes of the ledger wait: {Sentence}", group.Count, LedgerFault.Sentence(fault));
                trouble.Say("database", LedgerFault.Sentence(fault));
                await Task.Delay(wait, TimeProvider.System, ct);
            }
        }
    }

    private async Task<HashSet<Guid>> Commit(IReadOnlyCollection<Move> group, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await db.Write(async () =>
        {
            var finished = group.Where(m => m.Outcome is not null).ToList();
            var written = await LedgerWrites.Write(db, group, ct);
            await LedgerWrites.Attempts(db, finished, ct);
            foreach (var pace in finished.Where(m => m.Outcome!.PaceDomain && m.NotBefore is not null).DistinctBy(m => m.Delivery.Domain))
                await LedgerWrites.Pace(db, pace.Delivery.Domain, pace.Why, pace.NotBefore!.Value, ct);
            foreach (var bad in finished.Where(m => m.Outcome!.BadAddress))
                await LedgerWrites.Suppress(db, bad.Delivery.AddressKey, Suppression.All, bad.Why, bad.At, ct);
            var kept = finished.Where(m => m.Outcome!.Keep is not null && written.Contains(m.Delivery.Id)).Select(m => m.Outcome!.Keep!).ToList();
            if (kept.Count == 0) return written;
            db.AddRange(kept);
            await db.SaveUnaudited(ct);
            return written;
        }, ct);
    }
}
