using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Uses;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Knowledge.Cases.My;

/// <summary>One case for members: what it says, whom to ask, who uses it; for its own member also what is in the writing.</summary>
public sealed class MyCaseModel(Db db, ReadCase read, WriteCase write, ShareCase share, UseCase use, OfMembers members, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public CaseAct Input { get; set; } = new();

    public sealed class CaseAct
    {
        public Guid? Member { get; set; }
        public string? How { get; set; }
        public string? Why { get; set; }
    }

    public CaseShown Shown { get; private set; } = null!;
    public PracticeCase Of => Shown.Of;
    public bool OfMember { get; private set; }

    /// <summary>One's own member's case: it may be written on, offered and taken back.</summary>
    public bool IsOurs { get; private set; }

    /// <summary>The version on the page is not what others read.</summary>
    public bool InWriting { get; private set; }

    /// <summary>Taken back, and somebody else comes to it: the reason stands there and nothing of the words.</summary>
    public bool IsGone { get; private set; }

    /// <summary>For which members whoever looks may say that they use it, or that they no longer do.</summary>
    public IReadOnlyList<NamedMember> Mine { get; private set; } = [];

    public IReadOnlyList<NamedMember> CanSay => [.. Mine.Where(m => !Shown.Words.Members.Contains(m.Id) && Shown.Uses.All(u => u.Of.Member != m.Id))];

    public async Task<IActionResult> OnGetAsync(Guid id, bool newest, CancellationToken ct) => await Load(id, newest, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostOfferAsync(Guid id, CancellationToken ct) => Do(id, IsOursOnly(() => write.Offer(id, User.Actor(), clock.GetUtcNow(), ct)), ct);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct) => Do(id, IsOursOnly(() => share.TakeBack(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct)), ct);

    public Task<IActionResult> OnPostUseAsync(Guid id, CancellationToken ct) => Do(id, () => use.Say(id, Speaks(), Input.How, User.Actor(), clock.GetUtcNow(), ct), ct);

    public Task<IActionResult> OnPostNoUseAsync(Guid id, CancellationToken ct) => Do(id, () => use.TakeBack(id, Speaks(), User.Actor(), clock.GetUtcNow(), ct), ct);

    private Guid Speaks() => Mine.Any(m => m.Id == Input.Member) ? Input.Member!.Value : throw new RuleBroken("Only a Chair, chief executive, deputy or officer of a member says what it uses.", "How");

    private Func<Task> IsOursOnly(Func<Task> verb) => () => IsOurs ? verb() : throw new RuleBroken("Only its own member does that, or staff.");

    private async Task<IActionResult> Do(Guid id, Func<Task> verb, CancellationToken ct)
    {
        if (!await Load(id, false, ct)) return NotFound();
        if (ModelState.IsValid && await this.Try(verb)) return Redirect($"/my/practice/{id}");
        db.ChangeTracker.Clear();
        await Load(id, false, ct);
        return Page();
    }

    private async Task<bool> Load(Guid id, bool newest, CancellationToken ct)
    {
        var me = User.PersonId()!.Value;
        if (await db.Set<PracticeCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } of) return false;
        OfMember = await members.Is(me, ct);
        Mine = await SpeaksFor.Members(db, me, sites.Today(clock), ct);
        IsOurs = Mine.Any(m => m.Id == of.Member);
        var shared = of.State == CaseState.Shared && (OfMember || of.PublicAt is not null);
        IsGone = of.State == CaseState.TakenBack && !IsOurs && (OfMember || of.WasPublic);
        if (!shared && !IsOurs && !IsGone) return false;
        var version = IsOurs && (!shared || newest) ? of.Latest : of.Shown;
        InWriting = of.State != CaseState.Shared || version != of.Shown;
        Shown = await read.Of(of, await db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => v.Id == version, ct), ct);
        return true;
    }
}
