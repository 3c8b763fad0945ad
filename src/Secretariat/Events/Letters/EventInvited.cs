using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>Asks somebody to an event; the same letter tells a deputy that they were named.</summary>
public sealed class EventInvited(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-invited", ToDeputy = "deputy";

    public override string Class => ClassName;

    protected override Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct) => Task.FromResult(batch.Content == ToDeputy
        ? new Said(at, $"You are to come: {at.Title}", [$"You were named to come to {at.Title}.", WhenAndWhere(at), at.About], "See the event", Ics.Request)
        : new Said(at, $"Invitation: {at.Title}, {Platform.Clocks.Dates.Plain(at.Day)}", [$"You are invited to {at.Title}.", WhenAndWhere(at), at.About, "You can accept, apologise or send a deputy. It takes half a minute, on a phone too."], "Answer the invitation", Ics.Request));
}
