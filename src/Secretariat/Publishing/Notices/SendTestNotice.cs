using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices;

/// <summary>Sends a notice to whoever asks, to see how it arrives: marked as a test, through the same ledger.</summary>
public sealed class SendTestNotice(Db db, NoticeGate gate, SendNotice send, Sites sites, TimeProvider clock)
{
    public async Task Run(Notice notice, string name, string address, Actor by, CancellationToken ct)
    {
        await gate.Require(notice, by, ct);
        var (audience, _) = await send.Readers(notice, sites.Today(clock), ct);
        var words = NoticeLetter.Sample(notice, sites.Current, leave: !send.OfTheNetwork(audience), name);
        await db.Write(async () =>
        {
            var batch = await Letters.Post(db, clock, new OneLetter(NoticeComposer.ClassName, "Test of a notice", address, by.Person) { Words = words with { Subject = $"[Test] {words.Subject}" } }, ct);
            db.Note(by, "Send a test letter", nameof(Notice), notice.Id, ("Batch", $"{batch}"));
            await db.SaveUnaudited(ct);
        }, ct);
    }
}
