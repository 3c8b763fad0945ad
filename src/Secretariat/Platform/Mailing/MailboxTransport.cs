using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>Where letters go when no mail server is set: into a table, by the same engine and the same states.</summary>
internal sealed class MailboxTransport(LetterPress press, TimeProvider clock) : ITransport
{
    public string Name => "mail";

    // Each waits for the group commit only, so many of them make few, large commits.
    public int Connections => 64;

    public Task<ITransportSession> Open(CancellationToken ct) => Task.FromResult<ITransportSession>(new Slot(press, clock));

    private sealed class Slot(LetterPress press, TimeProvider clock) : ITransportSession
    {
        private readonly LetterBuffer _buffer = new();

        public bool Usable => true;

        public async Task<Outcome> Send(Delivery delivery, Func<Task<bool>> sending, CancellationToken ct)
        {
            PrintedLetter letter;
            try
            {
                letter = await press.Print(delivery, _buffer, ct);
            }
            catch (LetterFault fault)
            {
                return fault.AsOutcome;
            }
            var begun = sending();
            var source = MailboxLetter.Compress(letter.Bytes.Span);
            if (!await begun) return Outcome.Fenced;
            return Outcome.Sent("Kept in the network’s own mailbox.", keep: new MailboxLetter
            {
                Delivery = delivery.Id,
                To = letter.To,
                Subject = letter.Subject,
                At = clock.GetUtcNow(),
                Source = source,
            });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
