using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>Tells all who were asked, and did not say no, that the time or the place has changed.</summary>
public sealed class EventMoved(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-moved";

    public override string Class => ClassName;

    protected override Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct) => Task.FromResult(
        new Said(at, $"Changed: {at.Title}", [$"The time or the place of {at.Title} has changed. It is now:", WhenAndWhere(at), "If you said yes, your place is kept. If you cannot come now, say so by the link."], "See or change your answer", Ics.Request));
}
