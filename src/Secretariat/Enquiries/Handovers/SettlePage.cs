using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Events.Invitations;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers;

/// <summary>Settling what was handed over, by the signed link or signed in: the same page and the same verb.</summary>
public abstract class SettlePage(Db db, SettleHandover verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public SettleInput Input { get; set; } = new();

    public sealed class SettleInput
    {
        public Settling How { get; set; }
        [StringLength(SettleHandover.MaxAnswer)] public string? Words { get; set; }
        [StringLength(Handover.MaxReason)] public string? Reason { get; set; }
        [StringLength(200)] public string? Through { get; set; }
    }

    public Enquiry Of { get; private set; } = null!;
    public Handover Handover { get; private set; } = null!;
    public Organisation Member { get; private set; } = null!;
    public IReadOnlyList<EnquiryLine> Asked { get; private set; } = [];
    public string Theme { get; private set; } = "";
    public bool ActsForThem { get; private set; }
    public Site Site => sites.Current;

    public bool CanSettle => Of.IsOpen && Handover.CanBeSettled;

    /// <summary>Who asked is shown while the member needs it, and to the one that answered until it is erased.</summary>
    public bool ShowsWhoAsked => Of.ErasedAt is null && (CanSettle || Handover.State is HandoverState.Answered or HandoverState.AlreadyDealing);

    private Guid _me;

    protected async Task<bool> Load(Guid id, Guid me, CancellationToken ct)
    {
        if (await db.Set<Handover>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is not { Person: { } asked } handover) return false;
        (Handover, _me, var today) = (handover, me, sites.Today(clock));
        var theirs = await db.Set<Person>().Where(p => db.Set<Person>().Any(o => o.Id == asked && o.Canonical == p.Canonical)).Select(p => p.Id).ToListAsync(ct);
        // Whoever acts for them no longer, and whoever has left the member, finds nothing here.
        if (!(await ActingPas.Voices(db, me, today, ct)).Overlaps(theirs) || !await Recipients.Belongs(db, asked, handover.Member, today, ct)) return false;
        ActsForThem = !theirs.Contains(me);
        Of = await db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.Id == handover.Enquiry, ct);
        Member = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == handover.Member, ct);
        Asked = await Goes(db, Of.Id, handover.Member).ToListAsync(ct);
        Theme = Of.Theme is { } code ? await db.Set<Theme>().Where(t => t.Code == code).Select(t => t.Name).SingleOrDefaultAsync(ct) ?? "" : "";
        return true;
    }

    /// <summary>What a member reads of an enquiry: what the enquirer wrote, later too, and what the member answered itself.</summary>
    internal static IQueryable<EnquiryLine> Goes(Db db, Guid enquiry, Guid? member) =>
        db.Set<EnquiryLine>().AsNoTracking().Where(l => l.Enquiry == enquiry && (l.Kind == LineKind.Asked || (l.Kind == LineKind.Answered && member != null && l.Member == member))).OrderBy(l => l.At);

    protected async Task<bool> Settled(CancellationToken ct)
    {
        if (!ModelState.IsValid) return false;
        var name = await db.Set<Person>().Where(p => p.Id == _me).Select(p => p.Name).SingleAsync(ct);
        return await this.Try(() => verb.Run(Handover.Id, new Settled(Input.How, Input.How == Settling.Answer ? Input.Words : Input.Reason, ActsForThem ? null : Input.Through), new Actor(_me, name), clock.GetUtcNow(), ct));
    }
}
