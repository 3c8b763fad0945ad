using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>The open rounds in which the one who is signed in can answer for somebody today.</summary>
public sealed class MyRoundsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(Guid Elector, string Title, string Member, DateTimeOffset ClosesAt, Answer? Latest);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, today) = (User.PersonId()!.Value, sites.Today(clock));
        var houses = await db.Set<Position>().Where(p => p.Person == me && p.From <= today && (p.To == null || today <= p.To)).Select(p => p.Organisation).Distinct().ToListAsync(ct);
        var groupings = await db.Set<GroupingMember>().Where(m => houses.Contains(m.Organisation) && m.From <= today && (m.To == null || today <= m.To)).Select(m => m.Grouping).Distinct().ToListAsync(ct);
        var asked = await (from elector in db.Set<Elector>().AsNoTracking()
                           join round in db.Set<Round>().IgnoreAutoIncludes() on elector.Round equals round.Id
                           where round.State == RoundState.Open
                           where elector.Grouping == null ? houses.Contains(elector.Organisation!.Value) : groupings.Contains(elector.Grouping.Value)
                           orderby round.ClosesAt
                           select new { elector, round.Title, round.ClosesAt }).ToListAsync(ct);
        var voices = await WhoMayAnswer.On(db, [.. asked.Select(a => a.elector)], today, ct);
        var mine = asked.Where(a => voices[a.elector.Id].Any(v => v.Person == me)).ToList();
        var electors = mine.Select(a => a.elector.Id).ToList();
        var answers = (await db.Set<Response>().AsNoTracking().Where(r => electors.Contains(r.Elector)).Select(r => new { r.Elector, r.Number, r.Answer }).ToListAsync(ct)).ToLookup(r => r.Elector);
        Rows = [.. mine.Select(a => new Row(a.elector.Id, a.Title, a.elector.Name, a.ClosesAt, answers[a.elector.Id].MaxBy(r => r.Number)?.Answer))];
    }
}
