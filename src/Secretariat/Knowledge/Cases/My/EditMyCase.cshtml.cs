using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases.My;

/// <summary>The next version of one's own member's case; what others read stays until staff have looked it over.</summary>
public sealed class EditMyCaseModel(Db db, WriteCase write, FindAlike alike, Sites sites, TimeProvider clock) : CaseForm(db, alike, sites, clock)
{
    private readonly Db _db = db;
    private readonly Sites _sites = sites;
    private readonly TimeProvider _clock = clock;

    public override string Room => "/my";
    public PracticeCase Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAlikeAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var (by, now) = (User.Actor(), _clock.GetUtcNow());
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            if (Input.Offer) new PracticeCase("", Member.Id).Write([], Input.Draft, by, now).RequireWhole();
            await write.Change(id, Input.From, null, Input.Draft, by, now, ct);
            if (Input.Offer) await write.Offer(id, by, now, ct);
        })) return Refused(Of);
        return Redirect($"/my/practice/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await _db.Set<PracticeCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } of) return false;
        if ((await SpeaksFor.Members(_db, User.PersonId()!.Value, _sites.Today(_clock), ct)).FirstOrDefault(m => m.Id == of.Member) is not { } member) return false;
        Of = of;
        if (HttpMethods.IsGet(Request.Method)) Input = CaseInput.Of(await _db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Id == of.Latest, ct), of.Member);
        // Others whose practice it is, staff chose: they stay.
        else Input.Others = [.. (await _db.Set<CaseVersion>().AsNoTracking().Where(v => v.Id == of.Latest).Select(v => v.Members).SingleAsync(ct)).Where(m => m != of.Member)];
        await Prepare(member, id, ct);
        return true;
    }
}
