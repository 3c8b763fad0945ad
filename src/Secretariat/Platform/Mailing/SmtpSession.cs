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
            return fault.AsOutcome;
        }
        if (!conversation.Offers("SMTPUTF8") && letter.To.Any(c => c > 127))
            return Outcome.Failed($"The mail server cannot take letters to “{delivery.Address}”, whose name has letters beyond a to z.");

        var begun = sending();
        var said = await conversation.Introduce(letter.ReturnPath, letter.To, ct);
        if (said.Over) Usable = false;
        if (!await begun)
        {
            // Taken away meanwhile: to break off is the one way not to send what "data" has begun.
            if (said.GoOn) Usable = false;
            await ClearUp(said, ct);
            return Outcome.Fenced;
        }
        if (!said.Welcome)
        {
            await ClearUp(said, ct);
            return Refusal(said);
        }
        try
        {
            return AnswerTo(await conversation.Data(letter.Bytes, ct));
        }
        catch (Exception fault) when (SmtpConversation.MeansLost(fault))
        {
            Usable = false;
            return Outcome.Unknown;
        }
    }

    // Makes room for the next letter. It changes nothing about this one, so a connection that breaks meanwhile is only not used again.
    private async Task ClearUp(Introduction said, CancellationToken ct)
    {
        if (!Usable) return;
        try
        {
            if (said.GoOn) await conversation.Data(ReadOnlyMemory<byte>.Empty, ct);
            else await conversation.Reset(ct);
        }
        catch (Exception fault) when (SmtpConversation.MeansLost(fault))
        {
            Usable = false;
        }
    }

    private static Outcome Refusal(Introduction said) => said switch
    {
        { Sender: { Good: false } sender } => Outcome.Later($"The mail server takes no letters from us: {sender}") with { ServerTrouble = true },
        { Recipient: { Good: false, Final: true } no } => Outcome.Failed($"The mail server refused this address: {no}", no.NoSuchMailbox),
        { Recipient: { Good: false } no } => Outcome.Later($"Put off by the mail server: {no}", no.AsksForTime),
        { Data: { GoOn: false, Final: true } no } => Outcome.Failed($"The mail server refused this letter: {no}"),
        { Data: { GoOn: false } no } => Outcome.Later($"Put off by the mail server: {no}"),
        _ => Outcome.Later(Sentences.LostBefore) with { RetrySoon = true },
    };

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
