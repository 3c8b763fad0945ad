using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.My;

/// <summary>To whom one's own member talks, said by its people; and who is in touch for the network.</summary>
public sealed class MyInfluenceModel(Db db, ReportTalk verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public TalkInput Input { get; set; } = new();

    public sealed class TalkInput
    {
        public Guid? Member { get; set; }
        public Guid? Organisation { get; set; }
        [StringLength(MemberTalk.MaxAbout)] public string? About { get; set; }
        [StringLength(MemberTalk.MaxWho)] public string? Who { get; set; }
        public DateOnly? Last { get; set; }
    }

    public DateOnly Today => sites.Today(clock);
    public IReadOnlyList<Organisation> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> MembersOffered => [.. Members.Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<TalkLine> Talks { get; private set; } = [];
    public IReadOnlyList<Stakeholder> Network { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        var member = Members.Count == 1 ? Members[0] : Members.FirstOrDefault(m => m.Id == Input.Member);
        if (Members.Count == 0) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => verb.Run(member?.Id ?? Guid.Empty, new(Input.Organisation, Input.About, Input.Who, Input.Last), User.PersonId(), User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect("/my/influence");
    }

    public Task<IActionResult> OnPostStillAsync([FromForm] Guid id, CancellationToken ct) => Go(id, true, ct);

    public Task<IActionResult> OnPostEndAsync([FromForm] Guid id, CancellationToken ct) => Go(id, false, ct);

    private async Task<IActionResult> Go(Guid id, bool on, CancellationToken ct)
    {
        var mine = (await MyMembers.Of(db, User.PersonId(), sites.Today(clock), ct)).ConvertAll(m => m.Id);
        if (await db.Set<MemberTalk>().SingleOrDefaultAsync(t => t.Id == id && t.EndedOn == null && mine.Contains(t.Member), ct) is not { } talk) return NotFound();
        await verb.Go(talk, on, User.Actor(), clock.GetUtcNow(), ct);
        return Redirect("/my/influence");
    }

    private async Task Load(CancellationToken ct)
    {
        Members = await MyMembers.Of(db, User.PersonId(), sites.Today(clock), ct);
        if (Members.Count == 0) return;
        var mine = Members.Select(m => m.Id).ToList();
        Talks = await TalkLine.Of(db, db.Set<MemberTalk>().Where(t => mine.Contains(t.Member)), ct);
        Network = [.. (await Stakeholders.All(db, ct)).Where(s => s.Contacts > 0 || s.Owner is not null)];
        Organisations = [new("Choose…", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => CountsAs.Others.Contains(o.Kind)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
    }
}
