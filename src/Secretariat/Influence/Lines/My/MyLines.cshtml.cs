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

namespace Secretariat.Influence.Lines.My;

/// <summary>What may be said today, and what of it in one's own name.</summary>
public sealed class MyLinesModel(Db db, LinesNow now, SetLine verb, Sites sites, TimeProvider clock) : PageModel
{
    // Who answers for a member in public. A PA or an officer asks one of these.
    private static readonly PositionKind[] Speakers = [PositionKind.Chair, PositionKind.ChiefExecutive, PositionKind.Deputy, PositionKind.BoardMember, PositionKind.Press];

    [BindProperty] public OwnLine Input { get; set; } = new();

    public sealed class OwnLine
    {
        public Guid? Member { get; set; }
        [StringLength(40)] public string? Theme { get; set; }
        [StringLength(Line.MaxText)] public string? Text { get; set; }
        public DateOnly? Until { get; set; }
    }

    public string Name { get; private set; } = "";
    /// <summary>The members for which whoever looks says what may be said.</summary>
    public HashSet<Guid> SpeaksOf { get; } = [];

    public bool Speaks => SpeaksOf.Count > 0;
    public IReadOnlyList<Organisation> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> MembersOffered => [.. Members.Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];
    public IReadOnlyList<ShownLine> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (!Speaks) return NotFound();
        var (member, me) = (Members.Count == 1 ? Members[0] : Members.FirstOrDefault(m => m.Id == Input.Member), User.PersonId()!.Value);
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var of = member ?? throw new RuleBroken("Say for which of yours.", "Member");
            if (!await SpeaksFor(of.Id, ct)) throw new RuleBroken($"Only its Chair, chief executive, board or press officer says what may be said for {of.ShortName}.", "Member");
            await verb.OfMember(Input.Theme, Input.Text, new(of.Id, Name, me, null), Input.Until, User.Actor(), clock.GetUtcNow(), ct);
        })) return Page();
        return Redirect("/my/lines");
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid line, CancellationToken ct)
    {
        var mine = (await MyMembers.Of(db, User.PersonId(), sites.Today(clock), ct)).ConvertAll(m => m.Id);
        if (await db.Set<Line>().SingleOrDefaultAsync(l => l.Id == line && l.EndedAt == null && l.Member != null && mine.Contains(l.Member.Value), ct) is not { } found || !await SpeaksFor(found.Member!.Value, ct)) return NotFound();
        found.End(null, clock.GetUtcNow());
        await db.Save(User.Actor(), "Take line away", ct);
        return Redirect("/my/lines");
    }

    private Task<bool> SpeaksFor(Guid member, CancellationToken ct)
    {
        var (me, today) = (User.PersonId(), sites.Today(clock));
        return db.Set<Position>().AnyAsync(p => p.Organisation == member && Speakers.Contains(p.Kind) && p.From <= today && (p.To == null || today <= p.To) && db.SameAs(me).Contains(p.Person), ct);
    }

    private async Task Load(CancellationToken ct)
    {
        var today = sites.Today(clock);
        Members = await MyMembers.Of(db, User.PersonId(), today, ct);
        if (Members.Count == 0) return;
        foreach (var member in Members) if (await SpeaksFor(member.Id, ct)) SpeaksOf.Add(member.Id);
        var me = User.PersonId();
        Name = await db.Set<Person>().Where(p => p.Id == me).Join(db.Set<Person>(), r => r.Canonical, p => p.Id, (_, p) => p.Name).SingleOrDefaultAsync(ct) ?? "";
        Lines = [.. (await now.All(today, null, ct)).Where(l => l.Shut is null)];
        Themes = [new("Choose…", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
    }
}
