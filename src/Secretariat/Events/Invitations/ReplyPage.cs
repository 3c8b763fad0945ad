using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
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

    /// <summary>Null for a deputy, who reads and does not answer.</summary>
    public Guid? Me { get; private set; }

    public bool ActsForThem { get; private set; }
    public bool CanAnswer => Me is not null && At.State == EventState.Announced && At.When.StartsAt > clock.GetUtcNow();

    protected async Task<bool> Load(Guid id, Guid? me, CancellationToken ct)
    {
        if (await db.Set<Invitee>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.LeftOut == null, ct) is not { } invitee) return false;
        // Whoever acted for them and does no longer, or was erased, finds nothing here.
        if (me is { } voice && (invitee.Person is not { } asked || !(await ActingPas.Voices(db, voice, sites.Today(clock), ct)).Contains(asked))) return false;
        (Invitee, Me) = (invitee, me);
        ActsForThem = me is { } asker && !(await SamePerson.Records(db, asker, ct)).Contains(invitee.Person!.Value);
        At = await db.Set<Event>().AsNoTracking().SingleAsync(e => e.Id == invitee.Event, ct);
        Papers = await db.Set<EventPaper>().AsNoTracking().Where(p => p.Event == At.Id).OrderBy(p => p.Afterwards).ThenBy(p => p.Place).ToListAsync(ct);
        if (!HttpMethods.IsPost(Request.Method)) Input = new() { Reply = invitee.Reply, DeputyName = invitee.DeputyName, DeputyEmail = invitee.DeputyEmail, DeputyRole = invitee.DeputyRole };
        return true;
    }

    protected async Task<bool> Answered(CancellationToken ct)
    {
        if (!ModelState.IsValid || !CanAnswer) return false;
        var name = await db.Set<Person>().Where(p => p.Id == Me).Select(p => p.Name).SingleAsync(ct);
        var through = ActsForThem ? name : Input.Through;
        return await this.Try(() => verb.Run(At.Id, new GivenReply(Invitee.Id, Input.Reply, new(Input.DeputyName, Input.DeputyEmail, Input.DeputyRole), through), new Actor(Me, name), clock.GetUtcNow(), ct));
    }
}
