using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins;

/// <summary>
/// Sends one letter to anyone, to see how it arrives: marked as a test, through the same ledger. With a statement in it, it goes to
/// the secretariat's own people only: a test to anybody else would be a release of which no mandate knows.
/// </summary>
public sealed class SendTestLetter(Db db, CurrentContent current, EditionGate gate, EditionPress press, IWhoIs people, RolesNow roles, Settings settings, TimeProvider clock)
{
    public async Task Run(Edition edition, string name, string address, Actor by, CancellationToken ct)
    {
        EmailAddress.Parse(address);
        var content = edition.ApprovedContent is { } approved ? EditionContent.Parse(approved) : await current.Of(edition, ct);
        var passed = content.Items.Any(i => i.Kind == ItemKind.Statement) ? await ForStaff(edition, content, address, by, ct) : await gate.Look(edition, content, ct);
        await Post(edition, (await press.Press(edition, passed, ct)).For(name, Sample.Why, new Uri(settings.Url, Sample.Leave).AbsoluteUri), address, by, ct);
    }

    private async Task<PassedContent> ForStaff(Edition edition, EditionContent content, string address, Actor by, CancellationToken ct)
    {
        if (await people.ByEmail(address.Trim(), ct) is not { } person || !Rights.Allow(Rights.UseDesk, await roles.Of(person.Id, ct)))
            throw new RuleBroken("This bulletin carries a statement, so a test of it goes to people of the secretariat only. Choose an address of theirs.", "Email");
        return await gate.Pass(edition, content, by, ct);
    }

    private Task Post(Edition edition, PressedLetter letter, string address, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var batch = await Letters.Post(db, clock, new OneLetter(NoticeComposer.ClassName, $"Test of {edition.Name.ToLowerInvariant()}", address)
        {
            Words = new LetterWords($"[Test] {letter.Subject}", letter.Html, letter.Text),
        }, ct);
        // To whom is in the ledger, where erasing a person finds it.
        db.Note(by, "Send a test letter", nameof(Edition), edition.Id, ("Batch", $"{batch}"));
        await db.SaveUnaudited(ct);
    }, ct);
}
