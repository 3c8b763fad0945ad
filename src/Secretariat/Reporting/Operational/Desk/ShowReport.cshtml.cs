using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Notices;

namespace Secretariat.Reporting.Operational.Desk;

/// <summary>One report on the desk: read it, draft its numbers again, issue it, share it, or begin what corrects it.</summary>
[Authorize(Rights.CanSendEditions)]
public sealed class ShowReportModel(Db db, ReportCalendar calendar, WriteReport write, ShareReport share, PrintReport print, SendNotice notices, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public ReportDecision Input { get; set; } = new();

    public sealed class ReportDecision
    {
        public string Read { get; set; } = "";
        public Guid? Meeting { get; set; }
        public string? Audience { get; set; }
        public string? Why { get; set; }
    }

    public OperationalReport Of { get; private set; } = null!;
    public string Html { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public IReadOnlyList<SelectListItem> Meetings { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Audiences { get; private set; } = [];
    public string? MeetingTitle { get; private set; }
    public int SentTo { get; private set; }
    public bool CanPrint => print.Can;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = new ReportDecision { Read = Of.Hash(), Meeting = Meetings.FirstOrDefault()?.Value is { Length: > 0 } next ? Guid.Parse(next) : null, Audience = Audience.AllMembers };
        return Page();
    }

    public Task<IActionResult> OnPostIssueAsync(Guid id, CancellationToken ct) => Do(id, () => write.Issue(id, Input.Meeting, Input.Read, User.Actor(), clock.GetUtcNow(), ct), "Issued. It counts in the plan, and the Board can read it.", ct);

    public Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct) => Do(id, () => write.Again(id, User.Actor(), clock.GetUtcNow(), ct), "The numbers are those of this moment. The words stayed.", ct);

    public Task<IActionResult> OnPostShareAsync(Guid id, CancellationToken ct) => Do(id, () => share.Run(id, Input.Audience, User.Actor(), clock.GetUtcNow(), ct), "Shared. The letters are on their way.", ct);

    public async Task<IActionResult> OnPostCorrectAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        OperationalReport? next = null;
        if (!ModelState.IsValid || !await this.Try(async () => next = await write.Correct(id, Input.Why, User.Actor(), clock.GetUtcNow(), ct))) return await Shown(id, ct);
        this.Say("This is the new issue: its words were taken over, its numbers are those of this moment.");
        return Redirect($"/desk/reports/{next!.Id}");
    }

    private async Task<IActionResult> Do(Guid id, Func<Task> verb, string said, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(verb)) return await Shown(id, ct);
        this.Say(said);
        return Redirect($"/desk/reports/{id}");
    }

    private async Task<IActionResult> Shown(Guid id, CancellationToken ct)
    {
        // What the verb had changed before it was refused is not what stands in the record; and whoever presses again has read it as it stands now.
        db.ChangeTracker.Clear();
        await Load(id, ct);
        ModelState.Remove("Input.Read");
        Input.Read = Of.Hash();
        return Page();
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<OperationalReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } of) return false;
        (Of, Today) = (of, sites.Today(clock));
        Html = await print.Html(of, desk: true, ct);
        if (!of.IsIssued) Meetings = [.. (await calendar.Meetings(of, Today, ct)).Select(e => new SelectListItem($"{e.Title}, {e.Day.Long()}", e.Id.ToString())), new("no meeting: it is read on its page only", "")];
        else if (of.SharedAt is null) Audiences = [.. (await db.Set<Audience>().AsNoTracking().OrderBy(a => a.Name).ToListAsync(ct)).Where(notices.OfTheNetwork).Select(a => new SelectListItem(a.Name, a.Code))];
        if (of.Meeting is { } at) MeetingTitle = await db.Set<Event>().Where(e => e.Id == at).Select(e => e.Title).SingleOrDefaultAsync(ct);
        if (of.Notice is { } notice) SentTo = await db.Set<Notice>().Where(n => n.Id == notice).Select(n => n.SentTo).SingleAsync(ct);
        return true;
    }
}
