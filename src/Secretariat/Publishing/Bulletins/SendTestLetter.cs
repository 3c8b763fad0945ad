using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins.Letter;

namespace Secretariat.Publishing.Bulletins;

/// <summary>Sends one letter to anyone, to see how it arrives: marked as a test, through the same ledger.</summary>
public sealed class SendTestLetter(Db db, TimeProvider clock)
{
    public async Task Run(Edition edition, PressedLetter letter, string address, CancellationToken ct)
    {
        EmailAddress.Parse(address);
        await Letters.Post(db, clock, new OneLetter(NoticeComposer.ClassName, $"Test of {edition.Name.ToLowerInvariant()}", address)
        {
            Words = new LetterWords($"[Test] {letter.Subject}", letter.Html, letter.Text),
        }, ct);
    }
}
