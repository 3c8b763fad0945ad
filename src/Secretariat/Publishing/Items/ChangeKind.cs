using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Items;

/// <summary>
/// Says of a statement that it is none. It can be right, and it is the obvious way round the gate: so it has a verb of its own in the
/// audit, and each Chair who sits on the Board is told by letter. Nothing here says which of them presides.
/// </summary>
public sealed class ChangeKind(Db db, Sites sites, Settings settings, TimeProvider clock)
{
    public const string Verb = "Change kind away from statement";

    /// <returns>How many were told.</returns>
    public Task<int> Run(Guid id, int? expected, ItemKind kind, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var item = await db.Set<Item>().SingleAsync(i => i.Id == id, ct);
        if (expected is { } version) db.Expect(item, version);
        var heading = item.Heading;
        // What leaves is settled by then, and a withdrawal has to find it.
        if (await db.Set<Edition>().AsNoTracking().Where(e => (e.State == EditionState.Freezing || e.State == EditionState.Sending) && e.Items.Contains(id)).FirstOrDefaultAsync(ct) is { } leaving)
            throw new RuleBroken($"{leaving.Name} is {leaving.State.Words()} with it as a statement. Wait until it has left, or cancel its letters first.");
        item.BecomeOther(kind);
        foreach (var edition in await db.Set<Edition>().Where(e => (e.State == EditionState.Approved || e.State == EditionState.Scheduled) && e.Items.Contains(id)).ToListAsync(ct))
            edition.VoidApproval($"“{heading}” is no longer called a statement");
        await db.Save(by, Verb, ct);
        return await Tell(item, kind, by, ct);
    }, ct);

    private async Task<int> Tell(Item item, ItemKind kind, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var holders = (await Board.On(db, now.DateIn(sites.Current.Zone), ct)).Select(s => s.Holder).OfType<SeatHolder>().Select(h => h.Person).Distinct().ToList();
        var told = 0;
        foreach (var chair in await db.Set<Person>().AsNoTracking().Where(p => holders.Contains(p.Id)).OrderBy(p => p.SortName).ToListAsync(ct))
        {
            if (EmailAddress.TryParse(chair.Email) is null) continue;
            await Letters.Post(db, clock, new OneLetter(NoticeComposer.ClassName, $"No longer a statement: {item.Heading}", chair.Email, chair.Id) { About = item.Id, Words = Words(item, kind, chair.Name, by, now) }, ct);
            told++;
        }
        return told;
    }

    // The heading and who did it, and not the text: a letter about a statement is no way to send it.
    private LetterWords Words(Item item, ItemKind kind, string name, Actor by, DateTimeOffset now)
    {
        var link = new Uri(settings.Url, $"/desk/items/{item.Id}").AbsoluteUri;
        List<string> lines =
        [
            $"Dear {name},",
            $"On {now.Long(sites.Current.Zone)} {by.Name} changed the kind of a text of {sites.Current.Name} from statement to {kind.Words().ToLowerInvariant()}: “{item.Heading}”.",
            "A statement leaves only under an agreement of the members. A text of another kind needs none, which is why each Chair on the Board is told when one is changed.",
            "While its words are those that were put to members it cannot leave as another kind. If you think that the change is wrong, reply to this letter.",
            $"The secretariat finds it here: {link}",
        ];
        var html = string.Concat(lines.Select(l => $"<p style=\"margin:0 0 14px\">{WebUtility.HtmlEncode(l)}</p>"));
        return new LetterWords($"No longer a statement: {item.Heading}",
            $"<!doctype html><html lang=\"en\"><body style=\"margin:0;padding:24px;background:#ffffff;color:#17222b;font:16px/1.5 Arial,Helvetica,sans-serif\"><div style=\"max-width:600px;margin:0 auto\">{html}</div></body></html>",
            string.Join("\n\n", lines) + "\n");
    }
}
