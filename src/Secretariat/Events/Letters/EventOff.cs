using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>Tells everybody who was asked, and did not say no, that it does not take place; and a deputy that they need not come.</summary>
public sealed class EventOff(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-off", ToDeputy = "deputy";

    public override string Class => ClassName;

    protected override Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct) => Task.FromResult(
        batch.Content == ToDeputy ? new Said(at, $"You need not come: {at.Title}", [$"You were named to come to {at.Title}. That has changed, and you are not expected any more.", WhenAndWhere(at)], "See the event", Ics.Cancel)
        : new Said(at, $"Cancelled: {at.Title}, {Platform.Clocks.Dates.Plain(at.Day)}", [$"{at.Title} on {at.When.Words} does not take place.", at.CancelledBecause ?? ""], "See the event", Ics.Cancel));
}
