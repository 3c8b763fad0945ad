using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Letters;

/// <summary>Tells everybody who was asked, and did not say no, that it does not take place.</summary>
public sealed class EventOff(Sites sites, Settings settings, EventTokens tokens, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-off";

    public override string Class => ClassName;

    protected override Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct) => Task.FromResult(
        new Said(at, $"Cancelled: {at.Title}, {Platform.Clocks.Dates.Plain(at.Day)}", [$"{at.Title} on {at.When.Words} does not take place.", at.CancelledBecause ?? ""], "See the event", Ics.Cancel));
}
