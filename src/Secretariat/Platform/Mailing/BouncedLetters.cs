using Microsoft.EntityFrameworkCore;
using MimeKit;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>Takes what comes back to a signed return path, and writes it down at the letter that caused it.</summary>
internal sealed class BouncedLetters(Db db, ReturnPath returnPath, TimeProvider clock) : IReceivesMail
{
    public int Order => 0;

    public async Task<bool> Take(InboundMail mail, CancellationToken ct)
    {
        if (mail.To.Select(returnPath.Delivery).FirstOrDefault(id => id is not null) is not { } id) return false;
        using var message = await MimeMessage.LoadAsync(new MemoryStream(mail.Source), ct);
        if (BounceReport.Read(message) is not { } report) return true;
        await db.Write(async () =>
        {
            var delivery = await db.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == id, ct);
            if (delivery is null || !DeliveryMoves.Allow(delivery.State, DeliveryState.Bounced)) return;
            delivery.Bounce($"Came back: {report.Why}", clock.GetUtcNow());
            await db.SaveUnaudited(ct);
            if (report.BadAddress)
                await LedgerWrites.Suppress(db, delivery.AddressKey, Suppression.All, $"A letter came back from this address: {report.Why}", clock.GetUtcNow(), ct);
        }, ct);
        return true;
    }
}
