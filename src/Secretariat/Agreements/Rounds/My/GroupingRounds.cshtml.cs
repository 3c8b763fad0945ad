using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>How the members of my grouping stand in the rounds that are open.</summary>
public sealed class GroupingRoundsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    /// <param name="Mine">Those for which I answer myself.</param>
    public sealed record Asked(Round Round, IReadOnlyList<(Elector Elector, Stand Stand)> Members, IReadOnlySet<Guid> Mine);

    public bool HasSeat { get; private set; }
    public IReadOnlyList<Asked> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, today) = (User.PersonId()!.Value, sites.Today(clock));
        HasSeat = await MyGrouping.Members(db, me, today).AnyAsync(ct);
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
}
