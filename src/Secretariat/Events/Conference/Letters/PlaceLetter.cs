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

/// <summary>Tells somebody that they wait for a place, that one is kept for them, or that its time is over.</summary>
public sealed class PlaceLetter(Sites sites, Settings settings, EventTokens tokens, TicketTokens tickets, MailSettings mail, TimeProvider clock) : EventLetter(sites, settings, tokens, mail, clock)
{
    public const string ClassName = "event-place", Waits = "waits", Offered = "offered", Lapsed = "lapsed";
    private const string WaitingId = "waiting", Until = "until";

    public override string Class => ClassName;
    protected override string After => "The link is yours and needs no password.";
    protected override IReadOnlyCollection<string> MoreHoles => [Until];

    public static Dictionary<string, string> Merge(Waiting waiting, TimeZoneInfo zone) =>
        new() { [Name] = waiting.Name, [WaitingId] = waiting.Id.ToString(), [Until] = waiting.Until?.Long(zone) ?? "", [For] = "" };

    protected override Task<Said> Words(Db db, LetterBatch batch, Event at, CancellationToken ct) => Task.FromResult(batch.Content switch
    {
        Offered => new Said(at, $"A place is free for you: {at.Title}", [$"You wait for a place at {at.Title}. One is free, and it is kept for you.", WhenAndWhere(at)], "Take it, or let it go")
        {
            Shown = ("<p style=\"margin:0 0 14px\"><strong>Say yes by {{until}}.</strong> After that it goes to the next who waits.</p>", "Say yes by {{until}}. After that it goes to the next who waits."),
        },
        Lapsed => new Said(at, $"The place went on: {at.Title}", [$"A place at {at.Title} was kept for you. The time to accept it is over, and it went to the next who waits.", "If you still want one, ask again: you come after those who wait already."], "See the event"),
        _ => new Said(at, $"You wait for a place: {at.Title}", [$"All places at {at.Title} are taken now. You are on the waiting list: first come, first served.", WhenAndWhere(at), "When a place is free for you, you get a letter and have two days to say yes."], "See it, or leave the list"),
    });

    public override ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        holes[Link] = new Uri(Url, $"/a/place/{tickets.Place(Guid.Parse(holes[WaitingId]))}").AbsoluteUri;
        holes[Ics.Attendee] = "";
        return ValueTask.CompletedTask;
    }
}
