using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Dispositions;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.My;

/// <summary>The open rounds in which the one who is signed in can answer for somebody today, and those of the last year with what came of them.</summary>
public sealed class MyRoundsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int DaysShown = 366;

    /// <param name="Settled">How many comments of the member have been answered.</param>
    public sealed record Row(Guid Elector, string Title, string Member, DateTimeOffset ClosesAt, Answer? Latest, bool Open, int Settled);

    private IReadOnlyList<Row> _all = [];

    public IReadOnlyList<Row> Rows => [.. _all.Where(r => r.Open).OrderBy(r => r.ClosesAt)];
    public IReadOnlyList<Row> Past => [.. _all.Where(r => !r.Open)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, today) = (User.PersonId()!.Value, sites.Today(clock));
        var since = clock.GetUtcNow().AddDays(-DaysShown);
        var houses = await db.Set<Position>().Where(p => db.RecordsOf(me).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To)).Select(p => p.Organisation).Distinct().ToListAsync(ct);
        var groupings = await db.Set<GroupingMember>().Where(m => houses.Contains(m.Organisation) && m.From <= today && (m.To == null || today <= m.To)).Select(m => m.Grouping).Distinct().ToListAsync(ct);
        var asked = await (from elector in db.Set<Elector>().AsNoTracking()
                           join round in db.Set<Round>().IgnoreAutoIncludes() on elector.Round equals round.Id
                           where round.State == RoundState.Open || (round.State == RoundState.Closed && round.ClosesAt >= since)
                           where elector.Grouping == null ? houses.Contains(elector.Organisation!.Value) : groupings.Contains(elector.Grouping.Value)
                           orderby round.ClosesAt descending
                           select new { elector, round.Title, round.ClosesAt, Open = round.State == RoundState.Open, Settled = db.Set<Disposition>().Count(d => d.Elector == elector.Id && d.ToldAt != null) }).ToListAsync(ct);
        var voices = await WhoMayAnswer.On(db, [.. asked.Select(a => a.elector)], today, ct);
        var mine = asked.Where(a => voices[a.elector.Id].Any(v => v.Person == me)).ToList();
        var electors = mine.Select(a => a.elector.Id).ToList();
        var answers = (await db.Set<Response>().AsNoTracking().Where(r => electors.Contains(r.Elector)).Select(r => new { r.Elector, r.Number, r.Answer }).ToListAsync(ct)).ToLookup(r => r.Elector);
        _all = [.. mine.Select(a => new Row(a.elector.Id, a.Title, a.elector.Name, a.ClosesAt, answers[a.elector.Id].MaxBy(r => r.Number)?.Answer, a.Open, a.Settled))];
    }
}
