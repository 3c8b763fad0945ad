using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals.Desk;

/// <summary>Deals by stage, with what is next and what of what was promised is delivered.</summary>
public sealed class DealsListModel(Db db, Proofs proofs, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(Deal Of, string Sponsor, string? Owner, int Promised, int Proven, int Overdue);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateOnly Today => sites.Today(clock);

    public Money Sum(Func<Deal, bool> which) => LineStanding.Sum(Rows.Where(r => which(r.Of)).Select(r => r.Of.Amount));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var deals = await (from deal in db.Set<Deal>().AsNoTracking()
                           join body in db.Set<Organisation>() on deal.Organisation equals body.Id
                           join record in db.Set<Person>() on deal.Owner equals (Guid?)record.Id into records
                           from record in records.DefaultIfEmpty()
                           join person in db.Set<Person>() on (record == null ? (Guid?)null : record.Canonical) equals (Guid?)person.Id into people
                           from person in people.DefaultIfEmpty()
                           orderby body.SortName, deal.Id
                           select new { deal, body.Name, Owner = person == null ? null : person.Name }).ToListAsync(ct);
        var benefits = (await proofs.Of(await db.Set<Benefit>().AsNoTracking().ToListAsync(ct), ct)).ToLookup(b => b.Of.Deal);
        Rows = [.. deals.Select(d => new Row(d.deal, d.Name, d.Owner, benefits[d.deal.Id].Count(), benefits[d.deal.Id].Count(b => b.IsProven), d.deal.Counts ? benefits[d.deal.Id].Count(b => !b.IsProven && b.Of.Due < Today) : 0))];
    }
}
