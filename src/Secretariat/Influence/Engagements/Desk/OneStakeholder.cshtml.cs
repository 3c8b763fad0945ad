using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.Desk;

/// <summary>Everything about the network's contact with one organisation: who looks after it, who talks to it already, what was promised.</summary>
public sealed class OneStakeholderModel(Db db, ReportTalk report, Sites sites, TimeProvider clock) : PageModel
{
    private const int Most = 40;

    [BindProperty] public CareInput Input { get; set; } = new();
    [BindProperty] public TalkInput Talk { get; set; } = new();

    public sealed class CareInput
    {
        public Guid? Owner { get; set; }
        public int? Rhythm { get; set; }
    }

    public sealed class TalkInput
    {
        public Guid? Member { get; set; }
        [StringLength(MemberTalk.MaxAbout)] public string? About { get; set; }
        [StringLength(MemberTalk.MaxWho)] public string? Who { get; set; }
        public DateOnly? Last { get; set; }
    }

    public Organisation Body { get; private set; } = null!;
    public DateOnly Today => sites.Today(clock);
    public DateOnly? Last { get; private set; }
    public DateOnly? Due { get; private set; }
    public bool Invented { get; private set; }
    public IReadOnlyList<TalkLine> Talks { get; private set; } = [];
    public IReadOnlyList<Promise> Promises { get; private set; } = [];
    public IReadOnlyList<(Engagement Of, IReadOnlyList<string> Who)> Contacts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Team { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await Load(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => db.Write(async () =>
        {
            if (Input.Owner is { } owner && Team.All(t => t.Value != owner.ToString())) throw new RuleBroken("Choose somebody of the team.", "Owner");
            if (await db.Set<Relationship>().SingleOrDefaultAsync(r => r.Organisation == Body.Id, ct) is not { } relationship) db.Add(relationship = new Relationship(Body.Id, Today));
            relationship.Look(Input.Owner, Input.Rhythm);
            await db.Save(User.Actor(), "Say who looks after an organisation", ct);
        }, ct))) return Page();
        this.Say("Kept.");
        return Here();
    }

    public async Task<IActionResult> OnPostTalkAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        try
        {
            if (ModelState.IsValid)
            {
                await report.Run(Talk.Member ?? Guid.Empty, new(Body.Id, Talk.About, Talk.Who, Talk.Last), null, User.Actor(), clock.GetUtcNow(), ct);
                return Here();
            }
        }
        catch (RuleBroken no) { ModelState.AddModelError($"{nameof(Talk)}.{no.Field}", no.Message); }
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(string code, [FromForm] Guid talk, CancellationToken ct)
    {
        if (!await Load(code, ct) || await db.Set<MemberTalk>().SingleOrDefaultAsync(t => t.Id == talk && t.Organisation == Body.Id && t.EndedOn == null, ct) is not { } there) return NotFound();
        await report.Go(there, false, User.Actor(), clock.GetUtcNow(), ct);
        return Here();
    }

    private RedirectResult Here() => Redirect($"/desk/influence/organisations/{Uri.EscapeDataString(Body.Code)}");

    private async Task<bool> Load(string code, CancellationToken ct)
    {
        if (await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && CountsAs.Others.Contains(o.Kind), ct) is not { } body) return false;
        Body = body;
        Talks = await TalkLine.Of(db, db.Set<MemberTalk>().Where(t => t.Organisation == body.Id), ct);
        Promises = await db.Set<Promise>().AsNoTracking().Where(p => p.Organisation == body.Id && p.End == null).OrderBy(p => p.Due).ToListAsync(ct);
        var contacts = await db.Set<Engagement>().AsNoTracking().Where(e => e.Organisation == body.Id).OrderByDescending(e => e.On).ThenByDescending(e => e.At).Take(Most).ToListAsync(ct);
        var ids = contacts.ConvertAll(e => e.Id);
        var ours = (await db.Set<EngagementPerson>().AsNoTracking().Where(p => ids.Contains(p.Engagement) && p.Ours).Select(p => new { p.Engagement, p.Name }).ToListAsync(ct)).ToLookup(p => p.Engagement, p => p.Name);
        Contacts = [.. contacts.Select(e => (e, (IReadOnlyList<string>)[.. ours[e.Id]]))];
        var relationship = await db.Set<Relationship>().AsNoTracking().SingleOrDefaultAsync(r => r.Organisation == body.Id, ct);
        var latest = contacts.Find(e => e.TakenBack is null);
        (Last, Due, Invented) = (latest?.On, Relationship.Due(latest?.On, latest?.NextOn, relationship?.RhythmDays, relationship?.Since ?? default), relationship?.Invented ?? false);
        var owner = relationship?.Owner is { } named ? await db.Set<Person>().Where(p => p.Id == named).Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) : null;
        Team = [new("Nobody yet", ""), .. (await OurPeople.On(db, Today, ct)).Where(p => !p.OnTheBoard || p.Person == owner).Select(p => new SelectListItem(p.Name, p.Person.ToString()))];
        if (!HttpMethods.IsPost(Request.Method)) (Input.Owner, Input.Rhythm) = (owner, relationship?.RhythmDays);
        Members = [new("Choose…", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        return true;
    }
}
