using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.Desk;

/// <summary>With whom the network keeps in touch: gaps first, then the last contacts.</summary>
public sealed class EngagementsListModel(Db db, AddOrganisation add, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 12;

    public sealed record Contact(Engagement Of, string Body);

    [BindProperty] public MissingInput Input { get; set; } = new();

    public sealed class MissingInput
    {
        [StringLength(200)] public string? Name { get; set; }
        public OrganisationKind? Kind { get; set; }
    }

    public DateOnly Today => sites.Today(clock);
    public IReadOnlyList<Stakeholder> Rows { get; private set; } = [];
    public IReadOnlyList<Contact> Last { get; private set; } = [];
    public Guid? Next { get; private set; }
    public int ThisMonth { get; private set; }
    public IReadOnlyList<SelectListItem> Kinds => [new("Choose…", ""), .. CountsAs.Others.Select(k => new SelectListItem(k.Words(), k.ToString()))];

    public Task OnGetAsync(Guid? after, CancellationToken ct) => Load(after, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Organisation? body = null;
        if (!ModelState.IsValid || !await this.Try(async () => body = await add.Run(Input.Name, Input.Kind, User.Actor(), ct)))
        {
            await Load(null, ct);
            return Page();
        }
        this.Say($"{body!.Name} is added. Say who looks after it, or log the contact.");
        return Redirect($"/desk/influence/organisations/{Uri.EscapeDataString(body.Code)}");
    }

    private async Task Load(Guid? after, CancellationToken ct)
    {
        Rows = await Stakeholders.All(db, ct);
        var month = new DateOnly(Today.Year, Today.Month, 1);
        ThisMonth = await db.Set<Engagement>().CountAsync(e => e.TakenBack == null && e.On >= month, ct);
        var contacts = db.Set<Engagement>().AsNoTracking();
        if (after is { } id && await contacts.Where(e => e.Id == id).Select(e => new { e.On, e.Id }).SingleOrDefaultAsync(ct) is { } last) contacts = contacts.Where(e => e.On < last.On || (e.On == last.On && e.Id.CompareTo(last.Id) < 0));
        var found = await contacts.OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(PageSize + 1).Join(db.Set<Organisation>(), e => e.Organisation, o => o.Id, (e, o) => new Contact(e, o.ShortName)).ToListAsync(ct);
        Last = [.. found.OrderByDescending(c => c.Of.On).ThenByDescending(c => c.Of.Id).Take(PageSize)];
        Next = found.Count > PageSize ? Last[^1].Of.Id : null;
    }
}
