using System.Threading.Channels;

namespace Secretariat.Platform.Deliveries;

/// <summary>Some connections of one transport, fed by claims. Account letters have a lane to themselves, so that nothing is ahead of them.</summary>
internal sealed class Lane(ITransport transport, LaneOf what, int connections, Crew crew)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1), KeepOpen = TimeSpan.FromSeconds(10), LongestBreak = TimeSpan.FromSeconds(30);
    private readonly int _atOnce = connections * 6;
    private TimeSpan _break = TimeSpan.FromSeconds(1);
    private long _downUntil;

    private bool Down => TimeProvider.System.GetTimestamp() < Interlocked.Read(ref _downUntil);

    /// <param name="untilEmpty">Return when nothing claimable is left, or the other side is away; else go on until cancelled.</param>
    public async Task Run(bool untilEmpty, CancellationToken ct)
    {
        var queue = Channel.CreateBounded<Delivery>(_atOnce);
        var workers = Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(queue.Reader, ct), CancellationToken.None)).ToArray();
        try
        {
            while (!ct.IsCancellationRequested)
            {
                var claimed = Down ? Claimed.Nothing : await crew.Claim(what, _atOnce, ct);
                foreach (var delivery in claimed.Letters) await queue.Writer.WriteAsync(delivery, CancellationToken.None);
                if (claimed.More) continue;
                if (untilEmpty && crew.InFlight == 0) break;
                await crew.Pause(untilEmpty ? TimeSpan.FromMilliseconds(5) : Idle, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: what is under way ends below, what is only claimed goes back.
        }
        finally
        {
            queue.Writer.Complete();
            await Task.WhenAll(workers);
        }
    }

    private async Task Connection(ChannelReader<Delivery> queue, CancellationToken ct)
    {
        ITransportSession? session = null;
        try
        {
            while (await Next(queue, session))
            {
                while (queue.TryRead(out var delivery))
                {
                    if (session is { Usable: false }) session = await Close(session);
                    session = await One(delivery, session, ct);
                }
            }
        }
        finally
        {
            await Close(session);
        }

        // A server hangs up on those who say nothing, and then the next letter would pay for it.
        async Task<bool> Next(ChannelReader<Delivery> reader, ITransportSession? open)
        {
            var more = reader.WaitToReadAsync(CancellationToken.None).AsTask();
            if (open is null) return await more;
            if (await Task.WhenAny(more, Task.Delay(KeepOpen, TimeProvider.System, CancellationToken.None)) != more) session = await Close(session);
            return await more;
        }
    }

    private async Task<ITransportSession?> One(Delivery delivery, ITransportSession? session, CancellationToken ct)
    {
        if (Down || ct.IsCancellationRequested)
        {
            await crew.Release(delivery);
            return session;
        }
        try
        {
            session ??= await transport.Open(ct);
        }
        catch (Exception fault) when (fault is TransportDown or OperationCanceledException)
        {
            if (fault is TransportDown) TakeBreak(fault.Message);
            await crew.Release(delivery);
            return null;
        }
        var outcome = await crew.Try(delivery, session);
        crew.Finish(delivery, outcome);
        if (outcome.ServerTrouble) TakeBreak(outcome.Why);
        else if (outcome.State == DeliveryState.Sent) Recovered();
        return session;
    }

    private void TakeBreak(string sentence)
    {
        if (Down) return;
        crew.Trouble.Say(transport.Name, sentence);
        Interlocked.Exchange(ref _downUntil, TimeProvider.System.GetTimestamp() + (long)(_break.TotalSeconds * TimeProvider.System.TimestampFrequency));
        _break = _break * 2 < LongestBreak ? _break * 2 : LongestBreak;
    }

    private void Recovered()
    {
        _break = TimeSpan.FromSeconds(1);
        crew.Trouble.Clear(transport.Name);
    }

    private static async Task<ITransportSession?> Close(ITransportSession? session)
    {
        if (session is not null) await session.DisposeAsync();
        return null;
    }
}
