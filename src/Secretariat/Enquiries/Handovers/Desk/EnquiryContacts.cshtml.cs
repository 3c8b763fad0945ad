using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers.Desk;

/// <summary>Who takes enquiries at each member.</summary>
public sealed class EnquiryContactsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    public sealed record Row(string Code, string Name, HandoverTo? To, IReadOnlyList<SelectListItem> People);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync([FromForm] string? member, [FromForm] Guid? person, CancellationToken ct)
    {
        await Load(ct);
        if (Rows.FirstOrDefault(r => r.Code == member) is not { } row) return NotFound();
        if (!await this.Try(() => Choose(row, person, ct))) return Page();
        this.Say(person is null ? $"Enquiries for {row.Name} go to its chief executive." : $"Enquiries for {row.Name} go to {row.People.First(p => p.Value == person.ToString()).Text}.");
        return Redirect($"/desk/enquiries/contacts#{row.Code}");
    }

    private async Task Choose(Row row, Guid? person, CancellationToken ct)
    {
        if (person is not null && row.People.All(p => p.Value != person.ToString())) throw new RuleBroken($"Choose somebody who holds a position at {row.Name} today.");
        var of = await db.Set<Organisation>().Where(o => o.Code == row.Code && o.Kind == OrganisationKind.Member).Select(o => o.Id).SingleAsync(ct);
        var contact = await db.Set<EnquiryContact>().SingleOrDefaultAsync(c => c.Member == of, ct);
        if (person is not { } chosen)
        {
            if (contact is not null) db.Remove(contact);
        }
        else if (contact is null) db.Add(new EnquiryContact(of, chosen));
        else contact.Change(chosen);
        await db.Save(User.Actor(), "Choose who takes enquiries", ct);
    }

    private async Task Load(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).ToListAsync(ct);
        var to = await Recipients.Of(db, [.. members.Select(m => m.Id)], today, ct);
        var people = (await (from position in db.Set<Position>().AsNoTracking()
                             where position.From <= today && (position.To == null || today <= position.To) && position.Kind != PositionKind.Pa
                             join record in db.Set<Person>() on position.Person equals record.Id
                             join person in db.Set<Person>() on record.Canonical equals person.Id
                             where person.EmailKey != ""
                             orderby person.SortName
                             select new { position.Organisation, person.Id, person.Name }).ToListAsync(ct)).Distinct().ToLookup(p => p.Organisation);
        Rows = [.. members.Select(m => new Row(m.Code, m.Name, to.GetValueOrDefault(m.Id), [.. people[m.Id].Select(p => new SelectListItem(p.Name, p.Id.ToString(), to.GetValueOrDefault(m.Id) is { Why: "takes enquiries there" } now && now.Person == p.Id))]))];
    }
}
