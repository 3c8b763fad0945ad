using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>Where a bulletin stands: what it waits for, and once it goes, who got it and who did not.</summary>
public sealed class ShowModel(Db db, NextBulletin next, MemberCounts counts, CurrentContent current, FreezeEdition freeze, SendingTrouble trouble, Sites sites) : PageModel
{
    public Edition Edition { get; private set; } = null!;
    public EditionContent Words { get; private set; } = null!;
    public DateOnly? Promised { get; private set; }
    public BatchView? Ledger { get; private set; }
    public TileMap? Map { get; private set; }

    /// <summary>Mandates that let out what it carried, and were withdrawn since.</summary>
    public IReadOnlyList<Mandate> Marked { get; private set; } = [];

    /// <summary>Its hour has come and something is still to happen by itself.</summary>
    public bool Live { get; private set; }

    /// <summary>Its hour has come, and nothing holds it.</summary>
    public bool Leaving { get; private set; }

    /// <summary>Nothing is left to send, and of no letter is it known that it left.</summary>
    public bool Unsure { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } edition) return NotFound();
        Edition = edition;
        Live = edition.State is EditionState.Freezing or EditionState.Sending || edition.State == EditionState.Scheduled && edition.ScheduledFor <= clock.GetUtcNow();
        Leaving = Live && edition.State == EditionState.Scheduled && await db.HoldOn(await freeze.Reach(edition, ct), clock.GetUtcNow(), ct) is null;
        Promised = await next.PromisedFor(edition, ct);
        Words = edition.ApprovedContent is { } approved ? EditionContent.Parse(approved) : await current.Of(edition, ct);
        Marked = await (from release in db.Set<Release>().AsNoTracking()
                        where release.About == id && release.CameToNothing == null
                        join mandate in db.Set<Mandate>().AsNoTracking().IgnoreAutoIncludes() on release.Mandate equals mandate.Id
                        where mandate.WithdrawnAt != null
                        orderby mandate.WithdrawnAt
                        select mandate).ToListAsync(ct);
        if (edition.Batch is { } batch) await LoadLedger(batch, ct);
        return Page();
    }

    private async Task LoadLedger(Guid batch, CancellationToken ct)
    {
        Ledger = await LedgerQuestions.View(db, trouble, batch, null, null, ct);
        Unsure = Edition.State == EditionState.Sending && Ledger is { Pending: 0 } known && known.Of(DeliveryState.Unknown) > 0 && known.Of(DeliveryState.Sent) + known.Of(DeliveryState.Bounced) == 0;
        Live &= !Unsure;
        var members = await counts.Of(batch, (Edition.ScheduledFor ?? Edition.SentAt)!.Value.DateIn(sites.Current.Zone), ct);
        Map = EditionLook.Map($"Who got {Edition.Name.ToLowerInvariant()}, by member", members, sent: true);
    }
}
