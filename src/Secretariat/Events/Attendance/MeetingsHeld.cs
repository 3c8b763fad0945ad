using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Events.Wishes;
using Secretariat.Funding.Deals;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Attendance;

/// <summary>What the plan counts: events that were held with somebody there, each under the code that its kind names.</summary>
public sealed class MeetingsHeld(Db db) : IEvidence
{
    // Kinds are settings of the network, so what is watched is asked of it.
    public IReadOnlyCollection<string> Codes => db.Set<EventKind>().AsNoTracking().Where(k => k.Counts != "").Select(k => k.Counts).Distinct().ToList();

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var held = await (from at in db.Set<Event>().AsNoTracking()
                          where at.State == EventState.Held && at.Day >= first && at.Day <= last
                          join kind in db.Set<EventKind>() on at.Kind equals kind.Id
                          where kind.Counts != ""
                          orderby at.Day, at.Id
                          select new
                          {
                              at,
                              kind.Counts,
                              kind.HasCost,
                              Wished = db.Set<Wish>().Where(w => w.MadeInto == at.Id).Select(w => (int?)w.Wanted).FirstOrDefault(),
                              Offered = db.Set<Allocation>().Where(a => a.Event == at.Id && db.Set<Organisation>().Any(o => o.Id == a.Organisation && o.Kind == OrganisationKind.Member)).Sum(a => (int?)a.Offered) ?? 0,
                              Used = db.Set<Ticket>().Count(t => t.Event == at.Id && t.CheckedInAt != null && db.Set<Allocation>().Any(a => a.Id == t.Allocation && db.Set<Organisation>().Any(o => o.Id == a.Organisation && o.Kind == OrganisationKind.Member))),
                              People = db.Set<Invitee>().Count(i => i.Event == at.Id && (i.Presence == Presence.There || i.Presence == Presence.DeputyThere)),
                              Members = db.Set<Invitee>().Where(i => i.Event == at.Id && (i.Presence == Presence.There || i.Presence == Presence.DeputyThere) && db.Set<Organisation>().Any(o => o.Id == i.Organisation && o.Kind == OrganisationKind.Member)).Select(i => i.Organisation).Distinct().Count(),
                          }).ToListAsync(ct);
        if (held.Count == 0) return [];
        var money = await EventMoney.Of(db, [.. held.Where(h => h.HasCost).Select(h => h.at.Id)], ct);
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        return [.. held.Where(h => h.People > 0).Select(h => new Evidence(h.Counts, h.at.Day, Said(h.at, h.HasCost ? money[h.at.Id] : null, h.People, h.Members, h.Wished, themes) + (h.Offered > 0 ? $" · members used {h.Used} of the {h.Offered} places offered to them" : ""), $"/desk/events/{h.at.Id}"))];
    }

    private static string Said(Event at, EventMoney? money, int people, int members, int? wished, Dictionary<string, string> themes)
    {
        List<string> parts = [$"{at.Title}: {people} {(people == 1 ? "person" : "people")} there{(members > 0 ? $" from {members} {(members == 1 ? "member" : "members")}" : "")}"];
        if (at.Themes.Count > 0) parts.Add(string.Join(", ", at.Themes.Select(t => themes.GetValueOrDefault(t, t))));
        if (wished is { } wanted) parts.Add($"wished for by {wanted} {(wanted == 1 ? "member" : "members")}");
        if (at.Topic is { } topic) parts.Add($"{topic}{(at.Partner is { } partner ? $" with {partner}" : "")}");
        // What was typed on its page stands in only where the budget and the deals know nothing.
        if (money is not null) parts.Add(money.Words(at.Cost, at.CoveredBy));
        return string.Join(" · ", parts);
    }
}
