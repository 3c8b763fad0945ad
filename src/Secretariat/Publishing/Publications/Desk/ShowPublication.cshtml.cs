using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications.Desk;

/// <summary>Somebody opens the file, reads what is said of it and lets it go, for now or for a time; or takes it off and says why.</summary>
[Authorize(Rights.CanApproveEditions)]
public sealed class ShowPublicationModel(Db db, PutOutPublication put, Sites sites, TimeProvider clock) : PageModel
{
    private static readonly TimeOnly Morning = new(9, 0);

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>The hash of what was on the screen.</summary>
    [BindProperty] public string? Read { get; set; }

    public Publication Of { get; private set; } = null!;
    public IReadOnlyList<string> About { get; private set; } = [];
    public string? Theme { get; private set; }
    public int Times { get; private set; }
    public string? Refused { get; private set; }
    public Hold? Held { get; private set; }
    public IReadOnlyList<string> Findings { get; private set; } = [];

    public sealed class Form
    {
        public ItemKind? Kind { get; set; }
        public bool Later { get; set; }
        [DataType(DataType.Date)] public DateOnly? Day { get; set; }
        [DataType(DataType.Time)] public TimeOnly? Time { get; set; }
        public string? Why { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = new Form { Day = sites.Today(clock).AddDays(1), Time = Morning };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var at = Input.Later ? (Input.Day ?? sites.Today(clock)).At(Input.Time ?? Morning, sites.Current.Zone) : (DateTimeOffset?)null;
        Publication? done = null;
        if (!ModelState.IsValid || !await this.Try(async () => done = await put.Run(id, Read ?? "", Input.Kind, at, User.Actor(), clock.GetUtcNow(), ct))) return await Again(id, ct);
        this.Say(done!.State == WebState.Published ? "It is published." : Held is null ? $"It is approved, and published on {done.GoesAt!.Value.Long(sites.Current.Zone)}." : "It is approved and waits for the end of the hold.");
        return Redirect($"/desk/publications/{id}");
    }

    public async Task<IActionResult> OnPostOffAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => put.TakeOff(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return await Again(id, ct);
        this.Say("It is off. Whoever comes to its address reads that it is gone.");
        return Redirect($"/desk/publications/{id}");
    }

    private async Task<IActionResult> Again(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await Load(id, ct);
        ModelState.Remove(nameof(Read));
        return Page();
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Publication>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } publication) return false;
        Of = publication;
        var about = publication.About;
        About = await db.Set<Organisation>().Where(o => about.Contains(o.Id)).OrderBy(o => o.SortName).Select(o => o.Name).ToListAsync(ct);
        Theme = await db.Set<Theme>().Where(t => t.Code == publication.Theme).Select(t => t.Name).FirstOrDefaultAsync(ct);
        Times = await db.Set<DownloadCount>().Where(c => c.Publication == id).SumAsync(c => c.Times, ct);
        Refused = (await put.Found(publication, ct))?.Refusal;
        Held = await db.HoldOn(await put.Reach(publication, ct), clock.GetUtcNow(), ct);
        Findings = [.. ItemCheck.Of(publication.Title, publication.Summary, About, publication.AboutAll, publication.FiguresSource, sites.Current.Name)];
        return true;
    }
}
