using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Kinds;
using Secretariat.Events.Minutes;
using Secretariat.Events.Papers;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations;

/// <summary>Answering an invitation, by the signed link or signed in: the same page and the same verb.</summary>
public abstract class ReplyPage(Db db, AnswerInvitation verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public ReplyInput Input { get; set; } = new();

    public sealed class ReplyInput
    {
        public Reply Reply { get; set; }
        [StringLength(200)] public string? DeputyName { get; set; }
        [StringLength(254)] public string? DeputyEmail { get; set; }
        [StringLength(200)] public string? DeputyRole { get; set; }
        [StringLength(200)] public string? Through { get; set; }
    }

    public Event At { get; private set; } = null!;
    public Invitee Invitee { get; private set; } = null!;
    public IReadOnlyList<EventPaper> Papers { get; private set; } = [];
    public Site Site => sites.Current;

    public IReadOnlyList<DecidedThere> Decisions { get; private set; } = [];

    /// <summary>The signed link is the right: whoever holds it may be somebody else, who says so.</summary>
    public abstract bool ByLink { get; }

    /// <summary>They were the deputy, and are not any more.</summary>
    public bool NoLonger { get; private set; }

    /// <summary>Null for a deputy, who reads and does not answer.</summary>
    public Guid? Me { get; private set; }

    public bool ActsForThem { get; private set; }
    public bool CanAnswer => Me is not null && At.State == EventState.Announced && At.When.StartsAt > clock.GetUtcNow();

    protected async Task<bool> Load(Guid id, Guid me, CancellationToken ct)
    {
        if (await Asked(id, ct) is not { Person: { } asked } invitee) return false;
        // Whoever acted for them and does no longer, or was erased, finds nothing here.
        if (!(await ActingPas.Voices(db, me, sites.Today(clock), ct)).Contains(asked)) return false;
        (Invitee, Me) = (invitee, me);
        ActsForThem = !(await SamePerson.Records(db, me, ct)).Contains(asked);
        await Show(ct);
        if (!HttpMethods.IsPost(Request.Method)) Input = new() { Reply = invitee.Reply, DeputyName = invitee.DeputyName, DeputyEmail = invitee.DeputyEmail, DeputyRole = invitee.DeputyRole };
        return true;
    }

    /// <summary>A deputy reads what the one they come for would read, for as long as they are the deputy.</summary>
    protected async Task<bool> LoadForDeputy(Guid id, int number, CancellationToken ct)
    {
        if (await Asked(id, ct) is not { } invitee) return false;
        Invitee = invitee;
        NoLonger = invitee.Reply != Reply.Deputy || invitee.DeputiesNamed != number;
        await Show(ct);
        return true;
    }

    private Task<Invitee?> Asked(Guid id, CancellationToken ct) => db.Set<Invitee>().AsNoTracking().ThereOn(db, sites.Today(clock)).SingleOrDefaultAsync(i => i.Id == id && i.LeftOut == null, ct);

    private async Task Show(CancellationToken ct)
    {
        At = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == Invitee.Event, ct);
        if (NoLonger) return;
        Papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == At.Id).OrderBy(p => p.Afterwards).ThenBy(p => p.Place).ToListAsync(ct);
        if (At.State == EventState.Held && await db.Set<EventKind>().AnyAsync(k => k.Id == At.Kind && k.IsBoard, ct)) Decisions = await DecidedThere.Of(db, At, ct);
    }

    protected async Task<bool> Answered(CancellationToken ct)
    {
        if (!ModelState.IsValid || !CanAnswer) return false;
        var name = await db.Set<Person>().Where(p => p.Id == Me).Select(p => p.Name).SingleAsync(ct);
        var through = ActsForThem ? name : Input.Through;
        return await this.Try(() => verb.Run(At.Id, new GivenReply(Invitee.Id, Input.Reply, new(Input.DeputyName, Input.DeputyEmail, Input.DeputyRole), through, ActsForThem ? Me : null), new Actor(Me, name), clock.GetUtcNow(), ct));
    }
}
