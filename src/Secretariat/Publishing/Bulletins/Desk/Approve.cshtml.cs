using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>Somebody reads every word, confirms each item's kind, and approves exactly this text.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class ApproveModel(Db db, CurrentContent current, EditionGate gate, TimeProvider clock, Sites sites) : PageModel
{
    [BindProperty] public Dictionary<Guid, ItemKind> Kinds { get; set; } = [];

    /// <summary>The hash of the text that was on the screen.</summary>
    [BindProperty] public string Read { get; set; } = "";

    public Edition Edition { get; private set; } = null!;
    public EditionContent Words { get; private set; } = null!;
    public string Hash { get; private set; } = "";
    public ILookup<Guid, string> Findings { get; private set; } = Enumerable.Empty<string>().ToLookup(_ => Guid.Empty);

    /// <summary>Why an item could not leave today.</summary>
    public IReadOnlyDictionary<Guid, string> Refused { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Edition.Approve(await gate.Pass(Edition, Words, User.Actor(), ct), Read, Kinds, User.Actor(), clock.GetUtcNow());
            await db.Save(User.Actor(), "Approve bulletin", ct);
        }))
        {
            // The page shows the text as it is now; what was read before does not count for it.
            ModelState.Remove(nameof(Read));
            return Page();
        }
        this.Say($"{Edition.Name} is approved, to the letter. Choose when it goes.");
        return Redirect($"{Edition.Path}/schedule");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return false;
        Edition = edition;
        Words = await current.Of(edition, ct);
        Hash = Words.Hash();
        Refused = (await gate.Look(edition, Words, ct)).Refused;
        var items = await current.Items(edition, ct);
        Findings = items.Zip(Words.Items).Where(i => i.First.Kind != ItemKind.Statement).SelectMany(i => ItemCheck.Of(i.First.Heading, i.First.Html, i.First.AboutAll ? [] : i.Second.About, i.First.AboutAll, i.First.FiguresSource, sites.Current.Name)
            .Select(finding => (i.First.Id, finding))).ToLookup(f => f.Id, f => f.finding);
        return true;
    }
}
