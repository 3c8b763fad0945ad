using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>The check before sending: who gets it, who does not and why. Then: now, or at a local time.</summary>
[Authorize(Rights.CanSendEditions)]
public sealed class ScheduleModel(Db db, ScheduleEdition schedule, FreezeEdition freeze, Readers readers, MemberCounts counts, NextBulletin next, TimeProvider clock, Sites sites) : PageModel
{
    private static readonly TimeOnly Morning = new(10, 0);

    [BindProperty] public Form Input { get; set; } = new();

    public Edition Edition { get; private set; } = null!;
    public IReadOnlyList<Reader> LeftOut { get; private set; } = [];
    public IReadOnlyList<MemberCount> Members { get; private set; } = [];
    public TileMap Map { get; private set; } = null!;
    public int Getting { get; private set; }

    /// <summary>Of them outside the members, who asked for it.</summary>
    public int Outside { get; private set; }

    public Hold? Held { get; private set; }
    public DateOnly? Promised { get; private set; }

    /// <summary>Those with a smaller number that have not left.</summary>
    public IReadOnlyList<string> Earlier { get; private set; } = [];

    public sealed class Form
    {
        [Required(ErrorMessage = "Choose the day.")] public DateOnly? Day { get; set; }
        [Required(ErrorMessage = "Choose the time.")] public TimeOnly? Time { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var zone = sites.Current.Zone;
        var scheduled = Edition.ScheduledFor is { } at ? TimeZoneInfo.ConvertTime(at, zone).DateTime : (DateTime?)null;
        var today = sites.Today(clock);
        Input = new Form
        {
            Day = scheduled is { } s ? DateOnly.FromDateTime(s) : Promised >= today ? Promised : today.AddDays(1),
            Time = scheduled is { } t ? TimeOnly.FromDateTime(t) : Morning,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        return await Schedule(Input.Day!.Value.At(Input.Time!.Value, sites.Current.Zone), clock.GetUtcNow(), ct);
    }

    public async Task<IActionResult> OnPostNowAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        // Read once: by the clock's next tick this moment would have passed.
        var now = clock.GetUtcNow();
        return await Schedule(now, now, ct);
    }

    public async Task<IActionResult> OnPostUnscheduleAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        if (!await this.Try(async () =>
        {
            Edition.Unschedule();
            await db.Save(User.Actor(), "Unschedule bulletin", ct);
        })) return Page();
        this.Say($"{Edition.Name} waits: it is approved and has no time to go.");
        return Redirect(Edition.Path);
    }

    private async Task<IActionResult> Schedule(DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        if (!await this.Try(async () =>
        {
            await schedule.Run(Edition, at, Getting, User.Actor(), now, ct);
        })) return Page();
        this.Say(at > now ? $"{Edition.Name} goes to {Getting:N0} people on {at.Long(sites.Current.Zone)}{(Held is null ? "" : ", or when the hold ends")}."
            : Held is null ? $"{Edition.Name} is on its way to {Getting:N0} people." : $"{Edition.Name} waits for the end of a hold, and goes to {Getting:N0} people then.");
        return Redirect(Edition.Path);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return false;
        Edition = edition;
        Promised = await next.PromisedFor(edition, ct);
        var all = await readers.Expected(sites.Today(clock), ct, edition.Kind);
        Members = await counts.Expected(all, ct);
        Map = EditionLook.Map($"Who gets {edition.Name.ToLowerInvariant()}, by member", Members, sent: false);
        LeftOut = [.. all.Where(r => !r.Gets)];
        Getting = all.Count - LeftOut.Count;
        Outside = all.Count(r => r.Gets && r.Person is null);
        Earlier = [.. (await db.Set<Edition>().AsNoTracking().Where(e => e.Kind == edition.Kind && e.Year == edition.Year && e.Number < edition.Number && e.State != EditionState.Sent && e.State != EditionState.Sending && e.State != EditionState.Cancelled).OrderBy(e => e.Number).ToListAsync(ct)).Select(e => e.Name)];
        Held = await db.HoldOn(await freeze.Reach(edition, ct), clock.GetUtcNow(), ct);
        return true;
    }
}
