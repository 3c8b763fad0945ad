using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference.Figures;

/// <summary>Those with a ticket, those who came with it, and those who have not said yet who comes: "…guid…|unnamed".</summary>
public sealed class TicketTerm : IAudienceTerm
{
    private const string Holds = "ticket", Came = "came", Unnamed = "unnamed";
    private const int Latest = 6;

    public string Code => "ticket";
    public string Title => "Places at an event";

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        [.. (await db.Set<Event>().Where(e => db.Set<Ticketing>().Any(t => t.Event == e.Id)).OrderByDescending(e => e.Day).Take(Latest).Select(e => new { e.Id, e.Title, e.Day }).ToListAsync(ct))
            .SelectMany(e => new[] { (Holds, "has a ticket for"), (Came, "came with a ticket to"), (Unnamed, "names people, and has not named all, for") }.Select(w => new TermChoice($"{e.Id:N}|{w.Item1}", $"{w.Item2}: {e.Title}, {e.Day.Plain()}")))];

    public string Reason(string? value) => Read(value).Which switch
    {
        Holds => "a ticket for an event",
        Came => "been at an event",
        _ => "places at an event that have no name yet",
    };

    public IQueryable<Guid> People(Db db, string? value, DateOnly on)
    {
        var (id, which) = Read(value);
        var tickets = db.Set<Ticket>().Where(t => t.Event == id && t.Person != null && t.State == TicketState.Valid);
        if (which == Holds) return tickets.Select(t => t.Person!.Value);
        if (which == Came) return tickets.Where(t => t.CheckedInAt != null).Select(t => t.Person!.Value);
        return db.Set<Position>().Where(p => p.From <= on && (p.To == null || on <= p.To)
            && (p.Kind == PositionKind.Chair || p.Kind == PositionKind.ChiefExecutive || !db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == OrganisationKind.Member))
            && db.Set<Allocation>().Any(a => a.Event == id && a.Organisation == p.Organisation && a.Offered - a.GivenBack - a.TakenBack > db.Set<Ticket>().Count(t => t.Allocation == a.Id && t.State == TicketState.Valid)))
            .Select(p => p.Person).Distinct();
    }

    private static (Guid Event, string Which) Read(string? value) => value?.Split('|') is [var id, (Holds or Came or Unnamed) and var which] && Guid.TryParse(id, out var at)
        ? (at, which) : throw new RuleBroken("Choose the event from the list.", "Lines");
}
