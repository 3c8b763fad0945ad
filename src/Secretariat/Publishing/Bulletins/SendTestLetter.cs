using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Sends one letter to anyone, to see how it arrives: marked as a test, through the same ledger.</summary>
public sealed class SendTestLetter(Db db, TimeProvider clock)
{
    public Task Run(Edition edition, PressedLetter letter, string address, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        EmailAddress.Parse(address);
        var batch = await Letters.Post(db, clock, new OneLetter(NoticeComposer.ClassName, $"Test of {edition.Name.ToLowerInvariant()}", address)
        {
            Words = new LetterWords($"[Test] {letter.Subject}", letter.Html, letter.Text),
        }, ct);
        // To whom is in the ledger, where erasing a person finds it.
        db.Note(by, "Send a test letter", nameof(Edition), edition.Id, ("Batch", $"{batch}"));
        await db.SaveUnaudited(ct);
    }, ct);
}
