using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual.Desk;

/// <summary>What one member sent in, and the way back to it. A draft is the member's own, and is not shown.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class MemberFiguresModel(Db db, CollectFigures collect) : PageModel
{
    [BindProperty] public BackInput Input { get; set; } = new();

    public sealed class BackInput
    {
        public string? Why { get; set; }
    }

    public AnnualReport Of { get; private set; } = null!;
    public Organisation Member { get; private set; } = null!;
    public MemberReturn? Given { get; private set; }
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await Load(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => collect.SendBack(Of.Id, Member.Id, Input.Why, User.Actor(), ct))) return Page();
        this.Say("Sent back. It is asked again in its weekly letter, with your words.");
        return Redirect($"/desk/reports/annual/{code}");
    }

    private async Task<bool> Load(string code, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Member, ct) is not { } member || await db.Set<AnnualReport>().AsNoTracking().OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct) is not { } of) return false;
        (Of, Member) = (of, member);
        Indicators = await db.Set<Indicator>().AsNoTracking().OrderBy(i => i.Place).ToListAsync(ct);
        Given = await db.Set<MemberReturn>().AsNoTracking().SingleOrDefaultAsync(r => r.Report == of.Id && r.Member == member.Id, ct);
        return true;
    }
}
