using System.Net.Sockets;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>Sends letter after letter over one connection and says of each what became of it.</summary>
internal sealed class SmtpSession(SmtpConversation conversation, LetterPress press, Throttle throttle) : ITransportSession
{
    private readonly LetterBuffer _buffer = new();

    public bool Usable { get; private set; } = true;

    public async Task<Outcome> Send(Delivery delivery, Func<Task<bool>> sending, CancellationToken ct)
    {
        await throttle.Turn(ct);
        PrintedLetter letter;
        try
        {
            letter = await press.Print(delivery, _buffer, ct);
        }
        catch (LetterFault fault)
        {
            return fault.Whole ? Outcome.Later(Sentences.NotComposed(fault.Message)) : Outcome.Failed(Sentences.NotComposed(fault.Message));
        }
        if (!conversation.Offers("SMTPUTF8") && letter.To.Any(c => c > 127))
            return Outcome.Failed($"The mail server cannot take letters to “{delivery.Address}”, whose name has letters beyond a to z.");

        var begun = sending();
        var accepted = false;
        try
        {
            var (sender, recipient, data) = await conversation.Introduce(letter.ReturnPath, letter.To, ct);
            accepted = data is { GoOn: true };
            if (!await begun)
            {
                // Taken away meanwhile: to break off is the one way not to send what "data" has begun.
                Usable = !accepted;
                if (Usable) await conversation.Reset(ct);
                return Outcome.Fenced;
            }
            if (sender.Good && recipient is { Good: true } && accepted) return AnswerTo(await conversation.Data(letter.Bytes, ct));
            if (accepted) await conversation.Data(ReadOnlyMemory<byte>.Empty, ct);
            else if (!(sender.Code == 421 || recipient?.Code == 421 || data?.Code == 421)) await conversation.Reset(ct);
            return Refusal(sender, recipient, data);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Usable = false;
            if (!await begun) return Outcome.Fenced;
            return accepted ? Outcome.Unknown : Outcome.Later(Sentences.LostBefore) with { RetrySoon = true };
        }
    }

    private Outcome Refusal(SmtpReply sender, SmtpReply? recipient, SmtpReply? data)
    {
        if (sender.Code == 421 || recipient?.Code == 421 || data?.Code == 421) Usable = false;
        if (!sender.Good)
            return Outcome.Later($"The mail server takes no letters from us: {sender}") with { ServerTrouble = true };
        if (recipient is { Good: false })
            return recipient.Temporary ? Outcome.Later($"Put off by the mail server: {recipient}", recipient.AsksForTime) : Outcome.Failed($"The mail server refused this address: {recipient}", recipient.NoSuchMailbox);
        return data is { Temporary: true } ? Outcome.Later($"Put off by the mail server: {data}") : Outcome.Failed($"The mail server refused this letter: {data}");
    }

    private Outcome AnswerTo(SmtpReply reply)
    {
        if (reply.Code == 421) Usable = false;
        return reply.Good ? Outcome.Sent($"Taken by the mail server: {reply}", RemoteId(reply))
            : reply.Temporary ? Outcome.Later($"Put off by the mail server: {reply}", reply.AsksForTime)
            : reply.Code >= 500 ? Outcome.Failed($"The mail server refused this letter: {reply}")
            : Outcome.Unknown;
    }

    // "250 2.0.0 Ok: queued as 4CF1" is what most servers say; the number finds the letter in their log.
    private static string? RemoteId(SmtpReply reply)
    {
        var at = reply.Text.LastIndexOf("queued as ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : reply.Text[(at + 10)..].Split(' ')[0] is { Length: <= 100 } id ? id : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (Usable) await conversation.Quit();
        await conversation.DisposeAsync();
    }
}
