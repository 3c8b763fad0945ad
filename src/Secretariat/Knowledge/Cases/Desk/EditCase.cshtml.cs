using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases.Desk;

/// <summary>Staff change what a case says: the next version, beside what others read.</summary>
public sealed class EditCaseModel(Db db, WriteCase write, FindAlike alike, Sites sites, TimeProvider clock) : CaseForm(db, alike, sites, clock)
{
    private readonly Db _db = db;
    private readonly TimeProvider _clock = clock;

    public override string Room => "/desk";
    public PracticeCase Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAlikeAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => write.Change(id, Input.From, Input.Others, Input.Draft, User.Actor(), _clock.GetUtcNow(), ct))) return Refused(Of);
        this.Say(Of.State == CaseState.Shared ? "Saved as the next version. Others read the one before until you share this one." : "Saved.");
        return Redirect($"/desk/practice/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await _db.Set<PracticeCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } of) return false;
        Of = of;
        if (HttpMethods.IsGet(Request.Method)) Input = CaseInput.Of(await _db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Id == of.Latest, ct), of.Member);
        await Prepare(await _db.Set<Organisation>().Where(o => o.Id == of.Member).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).SingleAsync(ct), id, ct);
        return true;
    }
}
