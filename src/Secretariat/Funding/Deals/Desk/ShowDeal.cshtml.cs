using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Planning;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals.Desk;

/// <summary>One deal: where it stands, what is next, what was promised and what proves it.</summary>
[RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class ShowDealModel(Db db, RunDeal run, Proofs proofs, FileStore files, IEnumerable<IDealEvents> events, IEnumerable<IMemberTalks> talks, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public DealSteps Input { get; set; } = new();

    public sealed class DealSteps
    {
        public DealStage To { get; set; }
        [StringLength(Deal.MaxWhy)] public string? Why { get; set; }
        [StringLength(Deal.MaxNext)] public string? NextStep { get; set; }
        public DateOnly? NextOn { get; set; }
        [StringLength(Benefit.MaxWhat)] public string? What { get; set; }
        public DateOnly? Due { get; set; }
        [StringLength(80)] public string? Thing { get; set; }
        public DateOnly? HandOn { get; set; }
        [StringLength(Benefit.MaxWords)] public string? HandWords { get; set; }
        [StringLength(WebAddress.MaxLength)] public string? Link { get; set; }
        public IFormFile? File { get; set; }
    }

    public Deal Of { get; private set; } = null!;
    public Organisation Sponsor { get; private set; } = null!;
    public string? Owner { get; private set; }
    public DealEvent? Event { get; private set; }
    public IReadOnlyList<BenefitStand> Benefits { get; private set; } = [];
    public IReadOnlyList<DealMove> Moves { get; private set; } = [];
    public IReadOnlyList<TalkingMember> Talks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Things { get; private set; } = [];

    /// <summary>The benefit whose form was sent back.</summary>
    public Guid? Asked { get; private set; }

    public DateOnly Today => sites.Today(clock);
    public IReadOnlyList<SelectListItem> Stages => [.. Enum.GetValues<DealStage>().Where(s => s != Of.Stage).Select(s => new SelectListItem(char.ToUpperInvariant(s.Words()[0]) + s.Words()[1..], s.ToString()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        (Input.NextStep, Input.NextOn) = (Of.NextStep, Of.NextOn);
        Input.To = Of.Stage < DealStage.Delivered ? Of.Stage + 1 : DealStage.Agreed;
        return Page();
    }

    public Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken ct) => Do(id, null, (deal, _) => run.Move(deal, Input.To, Input.Why, User.Actor(), clock.GetUtcNow(), ct), "Moved.", "", ct);

    public Task<IActionResult> OnPostNextAsync(Guid id, CancellationToken ct) => Do(id, null, (deal, _) => run.Plan(deal, Input.NextStep, Input.NextOn, User.Actor(), clock.GetUtcNow(), ct), "Kept. It comes back on its day.", "", ct);

    public Task<IActionResult> OnPostPromiseAsync(Guid id, CancellationToken ct) => Do(id, null, (deal, _) => run.Promise(deal, Input.What, Input.Due, User.Actor(), ct), "Promised. It stands on the sponsor’s page too.", "#benefits", ct);

    public Task<IActionResult> OnPostShowAsync(Guid id, [FromForm] Guid benefit, CancellationToken ct) => Do(id, benefit, (_, b) => run.Show(b!, Input.Thing, User.Actor(), clock.GetUtcNow(), ct), "It proves the benefit for as long as it is there.", "#benefits", ct);

    public Task<IActionResult> OnPostTakeOffAsync(Guid id, [FromForm] Guid benefit, CancellationToken ct) => Do(id, benefit, (_, b) => run.TakeOff(b!, User.Actor(), ct), "Taken off: the benefit is open again.", "#benefits", ct);

    public Task<IActionResult> OnPostDropAsync(Guid id, [FromForm] Guid benefit, CancellationToken ct) => Do(id, benefit, (_, b) => run.Drop(b!, User.Actor(), ct), "Taken out of the deal.", "#benefits", ct);

    public Task<IActionResult> OnPostByHandAsync(Guid id, [FromForm] Guid benefit, CancellationToken ct) => Do(id, benefit, async (_, b) =>
    {
        KeptFile? kept = null;
        if (Input.File is { Length: > 0 } upload)
        {
            var (content, kind) = await FileStore.Read(upload, "File", ct);
            kept = new KeptFile(await files.Keep(content, ct), FileStore.NameOf(upload, kind, "proof"), kind.Type);
        }
        await run.EnterByHand(b!, new(Input.HandOn, Input.HandWords, Input.Link, kept), User.Actor(), clock.GetUtcNow(), ct);
    }, "Entered by hand. It counts, and says that you entered it.", "#benefits", ct);

    private async Task<IActionResult> Do(Guid id, Guid? benefit, Func<Deal, Benefit?, Task> verb, string said, string at, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Asked = benefit;
        var tracked = await db.Set<Deal>().SingleAsync(d => d.Id == id, ct);
        var promised = benefit is { } which ? await db.Set<Benefit>().SingleOrDefaultAsync(b => b.Id == which && b.Deal == id, ct) : null;
        if (benefit is not null && promised is null) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => verb(tracked, promised))) return Page();
        this.Say(said);
        return Redirect($"/desk/funding/deals/{id}{at}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Deal>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } of) return false;
        Of = of;
        Sponsor = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == of.Organisation, ct);
        if (of.Owner is { } owner) Owner = await db.Set<Person>().Where(p => p.Id == owner).Join(db.Set<Person>(), r => r.Canonical, p => p.Id, (_, p) => p.Name).SingleOrDefaultAsync(ct);
        if (of.Event is { } tied) foreach (var floor in events) Event ??= (await floor.Of([tied], ct)).FirstOrDefault();
        Benefits = await proofs.Of(await db.Set<Benefit>().AsNoTracking().Where(b => b.Deal == id).ToListAsync(ct), ct);
        Moves = await db.Set<DealMove>().AsNoTracking().Where(m => m.Deal == id).OrderByDescending(m => m.At).ThenByDescending(m => m.Id).ToListAsync(ct);
        Talks = await DealFormPage.TalksWith(talks, of.Organisation, ct);
        if (Benefits.All(b => b.IsProven)) return true;
        List<SelectListItem> things = [new("Choose…", "")];
        foreach (var kind in proofs.Kinds)
        {
            var group = new SelectListGroup { Name = kind.Heading };
            things.AddRange((await kind.Offered(ct)).Select(p => new SelectListItem($"{p.Title} ({p.On.Plain()})", $"{kind.Kind}:{p.Id}") { Group = group }));
        }
        Things = things;
        return true;
    }
}

/// <summary>Gives the file that shows a benefit, to be saved and never to be shown by the browser as a page of ours.</summary>
public sealed class BenefitFileModel(Db db, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var benefit = await db.Set<Benefit>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.FileHash != null, ct);
        return benefit is null || files.Open(benefit.FileHash!) is not { } content ? NotFound() : File(content, benefit.FileType!, benefit.FileName);
    }
}
