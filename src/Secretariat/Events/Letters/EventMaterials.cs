using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Papers;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>Brings what was handed out at an event, to those who were there and to those who were not.</summary>
public sealed class EventMaterials(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-materials", There = "there", Away = "away";

    public override string Class => ClassName;

    protected override async Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct)
    {
        var papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == at.Id && p.Afterwards).OrderBy(p => p.Place).ToListAsync(ct);
        var first = batch.Content == There ? $"Thank you for coming to {at.Title} on {at.Day.Long()}." : $"You could not be at {at.Title} on {at.Day.Long()}. So that you miss nothing:";
        return new(at, $"Afterwards: {at.Title}", [first, at.MinutesAt is null ? "" : "What was said and agreed stands on its page, by the link below.", papers.Count > 0 ? "This was handed out:" : "", .. papers.Select(p => $"{p.Title}\n{p.Link}")], "See the event and its papers");
    }
}
