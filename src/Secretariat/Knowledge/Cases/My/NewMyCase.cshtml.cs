using Microsoft.AspNetCore.Mvc;
using Secretariat.Knowledge.Alike;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases.My;

/// <summary>A member's own people write a case for it, and for no other.</summary>
public sealed class NewMyCaseModel(Db db, WriteCase write, FindAlike alike, Sites sites, TimeProvider clock) : CaseForm(db, alike, sites, clock)
{
    private readonly Db _db = db;
    private readonly Sites _sites = sites;
    private readonly TimeProvider _clock = clock;

    [BindProperty(SupportsGet = true, Name = "member")] public string? Code { get; set; }

    public override string Room => "/my";
    public IReadOnlyList<NamedMember> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        // Whoever writes it is asked about it, unless they choose otherwise.
        if (User.PersonId() is { } me && People.Any(p => p.Id == me)) Input.Contact = me;
        return Page();
    }

    public async Task<IActionResult> OnPostAlikeAsync(CancellationToken ct) => await Load(ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        PracticeCase? made = null;
        var (by, now) = (User.Actor(), _clock.GetUtcNow());
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            if (Input.Offer) new PracticeCase("", Member.Id).Write([], Input.Draft, by, now).RequireWhole();
            made = await write.New(Member.Id, [], Input.Draft, false, by, now, ct);
            if (Input.Offer && made.State == CaseState.Draft) await write.Offer(made.Id, by, now, ct);
        })) return Page();
        return Redirect($"/my/practice/{made!.Id}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        Mine = await SpeaksFor.Members(_db, User.PersonId()!.Value, _sites.Today(_clock), ct);
        if ((string.IsNullOrEmpty(Code) ? Mine.FirstOrDefault() : Mine.FirstOrDefault(m => m.Code == Code)) is not { } member) return false;
        Input.Others = [];
        await Prepare(member, null, ct);
        return true;
    }
}
