using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>How the members of my grouping stand in the rounds that are open.</summary>
public sealed class GroupingRoundsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    /// <param name="Mine">Those for which I answer myself.</param>
    public sealed record Asked(Round Round, IReadOnlyList<(Elector Elector, Stand Stand)> Members, IReadOnlySet<Guid> Mine);

    /// <param name="People">Its Chair and chief executive today.</param>
    public sealed record Spoken(string Name, string Code, IReadOnlyList<string> People);

    public IReadOnlyList<Spoken> Members { get; private set; } = [];
    public bool HasSeat => Members.Count > 0;
    public IReadOnlyList<Asked> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, today) = (User.PersonId()!.Value, sites.Today(clock));
        Members = await SpokenFor(me, today, ct);
        var electors = (await MyGrouping.Electors(db, me, today).OrderBy(e => e.Name).ToListAsync(ct)).ToLookup(e => e.Round);
        var ids = electors.Select(e => e.Key).ToList();
        var voices = await WhoMayAnswer.On(db, [.. electors.SelectMany(e => e)], today, ct);
        var mine = voices.Where(v => v.Any(voice => voice.Person == me)).Select(v => v.Key).ToHashSet();
        var asked = new List<Asked>();
        foreach (var round in await db.Set<Round>().AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.ClosesAt).ToListAsync(ct))
        {
            var stands = Tally.Of(await db.Log(round, round.Ends, ct)).Standings.ToDictionary(s => s.Elector, s => s.Stand);
            asked.Add(new(round, [.. electors[round.Id].Select(e => (e, stands[e.Id]))], mine));
        }
        Rounds = asked;
    }

    private async Task<IReadOnlyList<Spoken>> SpokenFor(Guid me, DateOnly today, CancellationToken ct)
    {
        var bodies = await db.Set<Organisation>().AsNoTracking().Where(o => MyGrouping.Members(db, me, today).Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name, o.Code }).ToListAsync(ct);
        var ids = bodies.ConvertAll(b => b.Id);
        var heads = (await (from position in db.Set<Position>().AsNoTracking()
                            where ids.Contains(position.Organisation) && (position.Kind == PositionKind.Chair || position.Kind == PositionKind.ChiefExecutive) && position.From <= today && (position.To == null || today <= position.To)
                            join record in db.Set<Person>() on position.Person equals record.Id
                            join person in db.Set<Person>() on record.Canonical equals person.Id
                            orderby position.Kind, person.SortName
                            select new { position.Organisation, position.Kind, person.Name }).ToListAsync(ct)).ToLookup(h => h.Organisation, h => $"{h.Name} ({h.Kind.Words()})");
        return [.. bodies.Select(b => new Spoken(b.Name, b.Code, [.. heads[b.Id].Distinct()]))];
    }
}
