using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Invitations;

/// <summary>Those asked to an event, by what they answered and whether they were there: "…guid…|silent".</summary>
public sealed class InvitedTerm : IAudienceTerm
{
    private const string Silent = "silent", Coming = "coming", NotComing = "not-coming", There = "there";
    private const int Latest = 12;

    public string Code => "invited";
    public string Title => "An event";

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        [.. (await db.Set<Event>().Where(e => db.Set<Invitee>().Any(i => i.Event == e.Id)).OrderByDescending(e => e.Day).Take(Latest).Select(e => new { e.Id, e.Title, e.Day, e.State }).ToListAsync(ct))
            .SelectMany(e => new[] { (Silent, "not answered"), (Coming, "said they come"), (NotComing, "said they cannot come"), (There, "were there") }
                .Where(w => w.Item1 != There || e.State == EventState.Held).Select(w => new TermChoice($"{e.Id:N}|{w.Item1}", $"{w.Item2}: {e.Title}, {e.Day.Plain()}")))];

    public string Reason(string? value) => Read(value).Which switch
    {
        Silent => "an invitation to answer",
        Coming => "a place at an event",
        NotComing => "an invitation that you could not take up",
        _ => "been at an event",
    };

    public IQueryable<Guid> People(Db db, string? value, DateOnly on)
    {
        var (id, which) = Read(value);
        var asked = db.Set<Invitee>().Where(i => i.Event == id && i.Person != null);
        asked = which switch
        {
            Silent => asked.Where(i => i.Reply == Reply.None && i.LeftOut == null && !i.WalkIn),
            Coming => asked.Where(i => i.Reply == Reply.Coming || i.Reply == Reply.Deputy),
            NotComing => asked.Where(i => i.Reply == Reply.NotComing),
            _ => asked.Where(i => i.Presence == Presence.There),
        };
        return asked.Select(i => i.Person!.Value);
    }

    private static (Guid Event, string Which) Read(string? value) => value?.Split('|') is [var id, (Silent or Coming or NotComing or There) and var which] && Guid.TryParse(id, out var at)
        ? (at, which) : throw new RuleBroken("Choose the event from the list.", "Lines");
}
