using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>Tells somebody what was answered in their name.</summary>
public sealed class ReplyRecorded(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-recorded";

    public override string Class => ClassName;

    protected override async Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct)
    {
        var id = Guid.Parse(batch.Content!);
        var invitee = await db.Set<Invitee>().AsNoTracking().SingleAsync(i => i.Id == id, ct);
        return new(at, $"Recorded: {at.Title}", [$"This stands as your answer: {invitee.Words()}.", invitee.Through is { } by ? $"It was given by {by}." : "", WhenAndWhere(at), "If that is wrong, or you change your mind, answer again by the link."], "See or change the answer");
    }
}
