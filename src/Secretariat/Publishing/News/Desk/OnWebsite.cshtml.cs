using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.News.Desk;

/// <summary>One item on its way to the website: somebody reads every word, confirms its kind, and says when; or takes it off and says why.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class OnWebsiteModel(Db db, CurrentContent current, EditionGate gate, PutOnWebsite put, TakeOffWebsite off, TimeProvider clock, Sites sites) : PageModel
{
    private static readonly TimeOnly Morning = new(9, 0);

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The hash of the text that was on the screen.</summary>
    [BindProperty] public string? Read { get; set; }

    public Item Item { get; private set; } = null!;
    public PublishedItem? Published { get; private set; }
    public ContentItem Words { get; private set; } = null!;
    public string Hash { get; private set; } = "";
    public string? Refused { get; private set; }
    public Hold? Held { get; private set; }
    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>What stands there is what the item says.</summary>
    public bool IsCurrent => Published?.State is WebState.Published or WebState.Scheduled && Published.Hash == Hash;

    public sealed class Form
    {
        public ItemKind? Kind { get; set; }
        public bool Later { get; set; }
        [DataType(DataType.Date)] public DateOnly? Day { get; set; }
        [DataType(DataType.Time)] public TimeOnly? Time { get; set; }
        [StringLength(PublishedItem.MaxWhy)] public string? Why { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var today = sites.Today(clock);
        Input = new Form { Day = Item.PublicFrom > today ? Item.PublicFrom : today.AddDays(1), Time = Morning, Later = Item.PublicFrom > today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var now = clock.GetUtcNow();
        var at = Input.Later ? (Input.Day ?? sites.Today(clock)).At(Input.Time ?? Morning, sites.Current.Zone) : (DateTimeOffset?)null;
        PublishedItem? published = null;
        if (!ModelState.IsValid || !await this.Try(async () => published = await put.Run(id, Read ?? "", Input.Kind, at, User.Actor(), now, ct)))
        {
            db.ChangeTracker.Clear();
            await Load(id, ct);
            ModelState.Remove(nameof(Read));
            return Page();
        }
        this.Say(published!.State == WebState.Published ? "It is on the website." : Held is null ? $"It is approved, and goes to the website on {published.GoesAt!.Value.Long(sites.Current.Zone)}." : "It is approved and waits for the end of the hold.");
        return Redirect($"/desk/items/{id}/website");
    }

    public async Task<IActionResult> OnPostOffAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => off.Run(id, Input.Why, User.Actor(), ct)))
        {
            db.ChangeTracker.Clear();
            await Load(id, ct);
            return Page();
        }
        this.Say("It is off the website. Whoever comes to its address reads that it is gone.");
        return Redirect($"/desk/items/{id}/website");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Item>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return false;
        Item = item;
        Published = await db.Set<PublishedItem>().AsNoTracking().SingleOrDefaultAsync(p => p.Item == id, ct);
        var content = await current.Of(item, ct);
        (Words, Hash) = (content.Items[0], content.Hash());
        // By the day on which it may be public at the earliest: whether it may go today, the button finds out.
        var day = item.PublicFrom is { } from && from > sites.Today(clock) ? from : sites.Today(clock);
        Refused = (await gate.Look(new Way(PutOnWebsite.Channel, day), content, ct)).Refused.GetValueOrDefault(id);
        Held = await db.HoldOn(await put.Reach(item, ct), clock.GetUtcNow(), ct);
        if (item.Kind != ItemKind.Statement) Findings = [.. ItemCheck.Of(item.Heading, item.Html, item.AboutAll ? [] : Words.About, item.AboutAll, item.FiguresSource, sites.Current.Name)];
        return true;
    }
}
