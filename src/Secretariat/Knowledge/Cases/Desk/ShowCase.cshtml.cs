using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases.Desk;

/// <summary>One case on the desk: read it, share it or send it back, see its versions and who uses it.</summary>
public sealed class ShowCaseModel(Db db, ReadCase read, ShareCase share, UseCase use, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public CaseDecision Input { get; set; } = new();

    public sealed class CaseDecision
    {
        public string Read { get; set; } = "";
        public ItemKind? Kind { get; set; }
        public string? PermittedBy { get; set; }
        public string? Why { get; set; }
        public Guid? Member { get; set; }
        public string? How { get; set; }
    }

    public CaseShown Shown { get; private set; } = null!;
    public PracticeCase Of => Shown.Of;
    public CaseVersion Latest { get; private set; } = null!;
    public IReadOnlyList<CaseVersion> Versions { get; private set; } = [];
    public IReadOnlyList<NamedMember> Others { get; private set; } = [];
    public Hold? Held { get; private set; }
    public DateOnly Today { get; private set; }
    public bool IsLatest => Shown.Words.Id == Latest.Id;
    public bool CanShare => IsLatest && (Of.State != CaseState.Shared || Of.Shown != Latest.Id || Of.Stayed);
    public bool GoesPublic => Latest.Circulation == Circulation.Public;

    public async Task<IActionResult> OnGetAsync(Guid id, int? version, CancellationToken ct)
    {
        if (!await Load(id, version, ct)) return NotFound();
        Input.Read = Latest.Hash();
        // Whoever gave exactly these words to staff; a permission for other words is none for these.
        Input.PermittedBy = Latest.Id == Of.Shown ? Of.PermittedBy : (Latest.Writer is { } writer && await db.Set<PracticeCase>().AnyAsync(c => c.Id == id && (c.OfferedAt != null || c.State == CaseState.Waiting), ct) && (await SpeaksFor.Members(db, writer, Today, ct)).Count > 0 ? Latest.WrittenBy : null);
        return Page();
    }

    public Task<IActionResult> OnPostShareAsync(Guid id, CancellationToken ct) => Do(id, async () => await share.Run(id, Input.Read, Input.Kind, Input.PermittedBy, User.Actor(), clock.GetUtcNow(), ct), "Shared. Members find it now, and it counts in the plan.", ct);

    public Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken ct) => Do(id, () => share.SendBack(id, Input.Why, User.Actor(), ct), "Sent back. Whoever wrote it finds your words on its page.", ct);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct) => Do(id, () => share.TakeBack(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct), "Taken back. Whoever comes to it reads why.", ct);

    public Task<IActionResult> OnPostUseAsync(Guid id, CancellationToken ct) =>
        Do(id, () => use.Say(id, Input.Member ?? throw new RuleBroken("Choose the member that uses it.", "Member"), Input.How, User.Actor(), clock.GetUtcNow(), ct), "Kept. It counts as reuse.", ct);

    public Task<IActionResult> OnPostNoUseAsync(Guid id, CancellationToken ct) => Do(id, () => use.TakeBack(id, Input.Member ?? Guid.Empty, User.Actor(), clock.GetUtcNow(), ct), "Taken off. It no longer counts.", ct);

    private async Task<IActionResult> Do(Guid id, Func<Task> verb, string said, CancellationToken ct)
    {
        if (!await Load(id, null, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(verb))
        {
            // What the verb had changed before it was refused is not what stands in the record.
            db.ChangeTracker.Clear();
            await Load(id, null, ct);
            return Page();
        }
        this.Say(said);
        return Redirect($"/desk/practice/{id}");
    }

    private async Task<bool> Load(Guid id, int? version, CancellationToken ct)
    {
        if (await db.Set<PracticeCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } of) return false;
        Versions = await db.Set<CaseVersion>().AsNoTracking().Where(v => v.Of == id).OrderByDescending(v => v.Number).ToListAsync(ct);
        Latest = Versions[0];
        if ((version is null ? Latest : Versions.FirstOrDefault(v => v.Number == version)) is not { } words) return false;
        Shown = await read.Of(of, words, ct);
        Today = sites.Today(clock);
        Held = Latest.Circulation == Circulation.Public ? await db.HoldOn(await db.ReachOf(Latest, ct), clock.GetUtcNow(), ct) : null;
        var busy = Shown.Uses.Select(u => u.Of.Member).Concat(words.Members).ToList();
        Others = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member && !busy.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        return true;
    }
}
