using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases.Desk;

/// <summary>Staff write a case for a member: first whose it is, then what it says.</summary>
public sealed class NewCaseModel(Db db, WriteCase write, FindAlike alike, Sites sites, TimeProvider clock) : CaseForm(db, alike, sites, clock)
{
    private readonly Db _db = db;
    private readonly TimeProvider _clock = clock;

    [BindProperty(SupportsGet = true, Name = "member")] public string? Code { get; set; }

    public override string Room => "/desk";
    public IReadOnlyList<NamedMember> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAlikeAsync(CancellationToken ct) => await Load(ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        PracticeCase? made = null;
        if (!ModelState.IsValid || !await this.Try(async () => made = await write.New(Member.Id, Input.Others, Input.Draft, false, User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        this.Say("Saved. Read it below; only staff and the member’s own people see it until you share it.");
        return Redirect($"/desk/practice/{made!.Id}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        All = await _db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        if (All.FirstOrDefault(m => m.Code == Code) is not { } member) return false;
        await Prepare(member, null, ct);
        return true;
    }
}
