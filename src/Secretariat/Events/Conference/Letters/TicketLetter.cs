using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Letters;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Letters;

/// <summary>Brings somebody their ticket, with a code for the door and an entry for their calendar; and tells them when it is theirs no more, or the event has changed.</summary>
public sealed class TicketLetter(Sites sites, Settings settings, EventTokens tokens, TicketTokens tickets, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-ticket", Issued = "issued", Swapped = "swapped", GivenBack = "given-back", Moved = "moved", Off = "off";
    private const string TicketId = "ticket", Code = "code", Qr = "qr";

    public override string Class => ClassName;
    protected override string After => "The link is yours and needs no password: there you say what you eat or need, and give the place up if you cannot come.";
    protected override IReadOnlyCollection<string> MoreHoles => [Code, Qr];

    public static Dictionary<string, string> Merge(Ticket ticket) => new() { [Name] = ticket.Name, [TicketId] = ticket.Id.ToString(), [Code] = ticket.Code, [For] = "" };

    protected override Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct) => Task.FromResult(batch.Content switch
    {
        Swapped => new Said(at, $"Somebody else comes: {at.Title}", [$"You had a place at {at.Title}. It is somebody else’s now, and you are not expected any more.", WhenAndWhere(at), "If that is a mistake, ask whoever named you."], "See what became of it", Ics.Cancel),
        GivenBack => new Said(at, $"Your place was given up: {at.Title}", [$"Your place at {at.Title} was given up, and you are not expected any more.", WhenAndWhere(at)], "See what became of it", Ics.Cancel),
        Off => new Said(at, $"Cancelled: {at.Title}, {at.Day.Plain()}", [$"{at.Title} on {at.When.Words} does not take place.", at.CancelledBecause ?? ""], "See your ticket", Ics.Cancel),
        Moved => new Said(at, $"Changed: {at.Title}", [$"The time or the place of {at.Title} has changed. It is now:", WhenAndWhere(at), "Your ticket stays valid. If you cannot come now, give the place up by the link."], "See your ticket", Ics.Request) { Shown = Door },
        _ => new Said(at, $"Your ticket: {at.Title}, {at.Day.Plain()}", [$"You have a place at {at.Title}.", WhenAndWhere(at), "Show this code at the door, on paper or on your phone."], "See your ticket", Ics.Request) { Shown = Door },
    });

    // A programme that shows no pictures still shows the letters of the code.
    private static (string, string) Door => (
        """<p style="margin:20px 0"><img src="{{qr}}" width="180" height="180" alt="Your ticket’s code as a picture" style="display:block;border:0"></p><p style="margin:0 0 14px;font-size:22px;letter-spacing:3px;font-weight:bold">{{code}}</p>""",
        "Your ticket’s code: {{code}}");

    public override ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        var token = tickets.Ticket(Guid.Parse(holes[TicketId]));
        holes[Link] = new Uri(Url, $"/a/ticket/{token}").AbsoluteUri;
        holes[Qr] = new Uri(Url, $"/a/ticket/{token}.png").AbsoluteUri;
        holes[Ics.Attendee] = Ics.AttendeeLine(holes[Name], letter.Address);
        return ValueTask.CompletedTask;
    }
}
