using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>Closes an enquiry about which no letter is to go: said on the telephone, not for us, spam.</summary>
public sealed class CloseEnquiryModel(Db db, TimeProvider clock) : WordsSeenPage
{
    [BindProperty] public CloseInput Input { get; set; } = new();

    public sealed class CloseInput
    {
        public EnquiryEnd? End { get; set; }
        public string? Member { get; set; }
        [StringLength(Enquiry.MaxReason)] public string? Note { get; set; }
    }

    public Enquiry Of { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (!await this.Try(() => Closing.ByStaff(db, id, Input.End ?? throw new RuleBroken("Say how it ended.", "End"), Input.Member, Input.Note, User.Actor(), clock.GetUtcNow(), ct, Seen))) return Again();
        this.Say("Closed. Nobody is written to.");
        return Redirect($"/desk/enquiries/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Enquiry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } of) return false;
        Of = of;
        await Look(db, id, ct);
        Members = [new("Choose a member", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Code))];
        return true;
    }
}
