using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements.Desk;

/// <summary>Logs a contact in a minute, beside the members that talk to the same organisation.</summary>
public sealed class NewEngagementModel(Db db, LogEngagement verb, Sites sites, TimeProvider clock) : PageModel
{
    public const int Promises = 2;

    [BindProperty(SupportsGet = true, Name = "organisation")] public string? Code { get; set; }

    [BindProperty] public EngagementInput Input { get; set; } = new();

    public sealed class EngagementInput
    {
        public DateOnly? On { get; set; }
        [StringLength(40)] public string? Theme { get; set; }
        public List<Guid> Ours { get; set; } = [];
        public List<Guid> Theirs { get; set; } = [];
        [StringLength(2000)] public string? Others { get; set; }
        [StringLength(Engagement.MaxSaid)] public string? Said { get; set; }
        public List<string?> Who { get; set; } = [];
        public List<string?> What { get; set; } = [];
        public List<DateOnly?> Due { get; set; } = [];
        public DateOnly? NextOn { get; set; }
    }

    public Organisation? Body { get; private set; }
    public int? Rhythm { get; private set; }
    public IReadOnlyList<TalkLine> Talks { get; private set; } = [];
    public IReadOnlyList<OurPerson> Ours { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Theirs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        Input.On = sites.Today(clock);
        if (User.PersonId() is { } me && Ours.Any(p => p.Person == me)) Input.Ours = [me];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (Body is null) return NotFound();
        Engagement? logged = null;
        if (!ModelState.IsValid || !await this.Try(async () => logged = await verb.Run(new EngagementDraft(Body.Id, Input.On, Input.Said) { Theme = Input.Theme, NextOn = Input.NextOn }, new WhoMet(Input.Ours, Input.Theirs, Input.Others), Promised(), User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say($"Logged{(Body.Kind.Code() is null ? "." : ", and counted in the plan.")}");
        return Redirect($"/desk/influence/engagements/{logged!.Id}");
    }

    private List<PromiseDraft> Promised()
    {
        List<PromiseDraft> promises = [];
        for (var n = 0; n < Promises; n++)
        {
            var (who, what, due) = (Input.Who.ElementAtOrDefault(n), Input.What.ElementAtOrDefault(n), Input.Due.ElementAtOrDefault(n));
            if (string.IsNullOrEmpty(who) && string.IsNullOrWhiteSpace(what)) continue;
            if (string.IsNullOrEmpty(who)) throw new RuleBroken("Say who promised it.", "Who");
            promises.Add(new(who == "them" ? null : Guid.TryParse(who, out var person) ? person : throw new RuleBroken("Say who promised it.", "Who"), what, due));
        }
        return promises;
    }

    private async Task Load(CancellationToken ct)
    {
        var (others, today) = (db.Set<Organisation>().AsNoTracking().Where(o => CountsAs.Others.Contains(o.Kind)), sites.Today(clock));
        Body = string.IsNullOrEmpty(Code) ? null : await others.SingleOrDefaultAsync(o => o.Code == Code, ct);
        if (Body is not { } body)
        {
            Organisations = [.. (await others.OrderBy(o => o.SortName).Select(o => new { o.Code, o.Name }).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Code))];
            return;
        }
        Talks = await TalkLine.Of(db, db.Set<MemberTalk>().Where(t => t.Organisation == body.Id), ct);
        Rhythm = await db.Set<Relationship>().Where(r => r.Organisation == body.Id).Select(r => r.RhythmDays).SingleOrDefaultAsync(ct);
        Ours = await OurPeople.On(db, Input.On is { } on && on <= today ? on : today, ct);
        Theirs = [.. (await (from position in db.Set<Position>()
                             where position.Organisation == body.Id && position.From <= today && (position.To == null || today <= position.To)
                             join record in db.Set<Person>() on position.Person equals record.Id
                             join person in db.Set<Person>() on record.Canonical equals person.Id
                             where person.EmailKey != ""
                             orderby person.SortName
                             select new { person.Id, person.Name, position.Title }).ToListAsync(ct)).DistinctBy(p => p.Id).Select(p => new SelectListItem(p.Title.Length > 0 ? $"{p.Name}, {p.Title}" : p.Name, p.Id.ToString()))];
        Themes = [new("None of them", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
    }
}
