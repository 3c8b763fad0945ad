using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.My;

/// <summary>One consultation for a member: what is asked of it, what it said, what left together, and what it sent itself.</summary>
[RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class MyConsultationModel(Db db, ReportSubmission report, ReleaseStatement door, FileStore files, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public SubmissionInput Own { get; set; } = new();

    /// <param name="Said">The latest that the member answered.</param>
    public sealed record Row(Guid Elector, string Title, string Member, bool Open, bool MayAnswer, Answer? Said);

    public ConsultationStand Stand { get; private set; } = null!;
    public DateOnly Today => sites.Today(clock);
    public string? By { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<Organisation> Members { get; private set; } = [];
    public IReadOnlyList<SelectListItem> MembersOffered => [.. Speaks.Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
    /// <summary>Those of them in whose name whoever looks may list something.</summary>
    public IReadOnlyList<Organisation> Speaks { get; private set; } = [];

    private bool MayList(Organisation? member) => member is null ? Speaks.Count > 0 : Speaks.Any(m => m.Id == member.Id);

    public IReadOnlyList<Row> Asked { get; private set; } = [];
    public IReadOnlyList<(Submission Sent, string Member, bool Mine)> Sent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var member = Speaks.Count == 1 ? Speaks[0] : Members.FirstOrDefault(m => m.Id == Own.Member);
        if (!MayList(member)) return NotFound();
        if (!await SubmissionInput.Try(ModelState, async () => await report.Run(id, member?.Id ?? Guid.Empty, await Own.Draft(files, ct), User.PersonId(), User.Actor(), clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/my/consultations/{id}");
    }

    public async Task<IActionResult> OnPostTakeOutAsync(Guid id, [FromForm] Guid submission, CancellationToken ct)
    {
        var mine = (await MyMembers.Of(db, User.PersonId(), Today, ct)).ConvertAll(m => m.Id);
        if (await db.Set<Submission>().SingleOrDefaultAsync(s => s.Id == submission && s.Consultation == id && s.TakenOutAt == null && mine.Contains(s.Member), ct) is not { } sent || !(await MayTakeOut(ct)).Invoke(sent)) return NotFound();
        await report.TakeOut(sent, User.Actor(), clock.GetUtcNow(), ct);
        return Redirect($"/my/consultations/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        Members = await MyMembers.Of(db, User.PersonId(), Today, ct);
        if (Members.Count == 0 || await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } of) return false;
        var voice = await MyMembers.SpokenFor(db, User.PersonId(), Today, ct);
        Speaks = [.. Members.Where(m => voice.Contains(m.Id))];
        Stand = (await ConsultationStand.Read(db, [of], Today, ct))[0];
        if (of.Organisation is { } by) By = await db.Set<Organisation>().Where(o => o.Id == by).Select(o => o.Name).SingleAsync(ct);
        var mine = Members.Select(m => m.Id).ToList();
        Asked = await AskedOf(mine, ct);
        var takesOut = await MayTakeOut(ct);
        Sent = [.. (await db.Set<Submission>().AsNoTracking().Where(s => s.Consultation == id && s.TakenOutAt == null).Join(db.Set<Organisation>(), s => s.Member, o => o.Id, (sent, o) => new { sent, o.ShortName }).ToListAsync(ct))
            .Where(x => x.sent.SeenBy(mine)).OrderBy(x => x.sent.SentOn).Select(x => (x.sent, x.ShortName, takesOut(x.sent)))];
        if (Stand is { Mandate: { } mandate, Shut: null })
        {
            // As it may leave today: the agreed words, with the lines that go out under them.
            try { Text = SealedFile.Plain(await door.Look(await door.Of(mandate, ct), mandate.Id, ct)); }
            catch (RuleBroken) { Text = null; }
        }
        return true;
    }

    /// <summary>Whoever listed it takes it out again, and the member's Chair or chief executive; a colleague's is not anybody's.</summary>
    private async Task<Func<Submission, bool>> MayTakeOut(CancellationToken ct)
    {
        var (me, today) = (User.PersonId(), Today);
        var mine = await db.SameAs(me).ToListAsync(ct);
        var heads = await db.Set<Position>().Where(p => mine.Contains(p.Person) && (p.Kind == PositionKind.Chair || p.Kind == PositionKind.ChiefExecutive) && p.From <= today && (p.To == null || today <= p.To)).Select(p => p.Organisation).ToListAsync(ct);
        var ours = (await MyMembers.Of(db, me, today, ct)).ConvertAll(m => m.Id);
        return sent => heads.Contains(sent.Member) || (ours.Contains(sent.Member) && sent.Person is { } who && mine.Contains(who));
    }

    private async Task<IReadOnlyList<Row>> AskedOf(List<Guid> mine, CancellationToken ct)
    {
        RoundGlance[] facts = [.. new[] { Stand.Views, Stand.Round }.OfType<RoundGlance>().Where(r => r.OpenedAt is not null)];
        var rounds = facts.Select(r => r.Id).ToList();
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => rounds.Contains(e.Round) && e.Organisation != null && mine.Contains(e.Organisation.Value) && e.Grouping == null).ToListAsync(ct);
        var ids = electors.ConvertAll(e => e.Id);
        var said = (await db.Set<Response>().AsNoTracking().Where(r => ids.Contains(r.Elector)).Select(r => new { r.Elector, r.Number, r.Answer }).ToListAsync(ct)).ToLookup(r => r.Elector);
        var voices = await WhoMayAnswer.On(db, electors, Today, ct);
        var me = await db.Set<Person>().Where(p => p.Id == User.PersonId()).Select(p => p.Canonical).SingleOrDefaultAsync(ct);
        return [.. facts.SelectMany(f => electors.Where(e => e.Round == f.Id).Select(e => new Row(e.Id, f.Title, e.Name, f.IsOpen, voices[e.Id].Any(v => v.Person == me), said[e.Id].MaxBy(r => r.Number)?.Answer)))];
    }
}
