using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>Gathers a bulletin: its words, and its items in their order. Every change voids an approval, and says so.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class EditModel(Db db, CurrentContent current, TimeProvider clock, Sites sites) : PageModel
{
    private const int Offered = 30;

    [BindProperty] public EditionInput Input { get; set; } = new();

    public Edition Edition { get; private set; } = null!;
    public IReadOnlyList<Item> Items { get; private set; } = [];

    /// <summary>Items that it could take in: the newest first, those that no bulletin carried yet before the others.</summary>
    public IReadOnlyList<(Item Item, bool Carried)> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!Edition.MayChange) return Redirect(Edition.Path);
        Input = new EditionInput { Subject = Edition.Subject, Intro = Edition.IntroMarkdown, Version = Edition.Version };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        Change(id, "Edit bulletin", _ => Edition.Rewrite(Input.Subject ?? "", Input.Intro), ct, "The words are saved.");

    public Task<IActionResult> OnPostGatherAsync(Guid id, Guid item, CancellationToken ct) =>
        Change(id, "Gather item", found => Edition.Gather(found ?? throw new RuleBroken("There is no such item."), clock.GetUtcNow().DateIn(sites.Current.Zone)), ct, item: item);

    public Task<IActionResult> OnPostDropAsync(Guid id, Guid item, CancellationToken ct) =>
        Change(id, "Take item out", _ => Edition.Drop(item), ct);

    public Task<IActionResult> OnPostUpAsync(Guid id, Guid item, CancellationToken ct) => Change(id, "Reorder bulletin", _ => Edition.Move(item, -1), ct);

    public Task<IActionResult> OnPostDownAsync(Guid id, Guid item, CancellationToken ct) => Change(id, "Reorder bulletin", _ => Edition.Move(item, 1), ct);

    private async Task<IActionResult> Change(Guid id, string verb, Action<Item?> change, CancellationToken ct, string? said = null, Guid? item = null)
    {
        if (!await Load(id, ct)) return NotFound();
        var found = item is null ? null : await db.Set<Item>().SingleOrDefaultAsync(i => i.Id == item, ct);
        var wasApproved = Edition.State != EditionState.Draft;
        // The order's buttons belong to the same form, so that words typed meanwhile are not lost when one is pressed.
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            if (said is null && Input.Subject is not null && (Input.Subject.Trim() != Edition.Subject || (Input.Intro ?? "").ReplaceLineEndings("\n").Trim() != Edition.IntroMarkdown))
                Edition.Rewrite(Input.Subject, Input.Intro);
            change(found);
            db.Entry(Edition).Property(e => e.Version).OriginalValue = Input.Version;
            await db.Save(User.Actor(), verb, ct);
        })) return Page();
        if (wasApproved && Edition.State == EditionState.Draft) this.Say(Edition.Returned!);
        else if (said is not null) this.Say(said);
        return Redirect($"{Edition.Path}/edit{(said is null ? "#items" : "")}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return false;
        Edition = edition;
        Items = await current.Items(edition, ct);
        var own = edition.Items;
        var others = await db.Set<Item>().AsNoTracking().Where(i => !own.Contains(i.Id) && (i.Circulation == Circulation.Public || edition.Kind == EditionKind.Bulletin && i.Circulation == Circulation.Members))
            .Select(i => new { Item = i, Carried = db.Set<Edition>().Any(e => e.Kind == edition.Kind && e.State != EditionState.Cancelled && e.Items.Contains(i.Id)) })
            .OrderBy(i => i.Carried).ThenByDescending(i => i.Item.WrittenAt).ThenByDescending(i => i.Item.Id).Take(Offered).ToListAsync(ct);
        Others = [.. others.Select(o => (o.Item, o.Carried))];
        return true;
    }
}
