using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds;

/// <summary>The page on which somebody answers for a member: the same by signed link and signed in.</summary>
public abstract class AnswerPage(Db db, AnswerRound verb, AddDissent dissent, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public OwnAnswerInput Input { get; set; } = new();

    [BindProperty] public ParagraphInput Paragraph { get; set; } = new();

    [BindProperty] public CorrectingInput Correcting { get; set; } = new();

    /// <summary>An objection to a correction, or passing one: which one it was that stood on the screen.</summary>
    public sealed class CorrectingInput
    {
        public Guid Correction { get; set; }
        [StringLength(Rounds.Response.MaxWords)] public string? Reason { get; set; }
        public string? As { get; set; }
        [StringLength(200, ErrorMessage = "Keep the name under 200 letters.")] public string? Through { get; set; }
    }

    /// <summary>What a member that objected adds under the text, once it is agreed.</summary>
    public sealed class ParagraphInput
    {
        [StringLength(4000, ErrorMessage = "Keep it to one short paragraph.")] public string? Text { get; set; }
        public string? As { get; set; }
        [StringLength(200, ErrorMessage = "Keep the name under 200 letters.")] public string? Through { get; set; }
    }

    /// <summary>The mandate under whose text this member may add a paragraph; null when it may not.</summary>
    public Mandate? Mandate { get; private set; }

    /// <summary>The paragraph's form was sent, so what was refused stands there.</summary>
    public bool WritesParagraph { get; private set; }

    /// <summary>A correction that waits for this person to pass it, or has gone round; null when there is none.</summary>
    public Correction? Correction { get; private set; }

    /// <summary>It was passed, or objected to, on this page, so what was refused stands there.</summary>
    public bool Corrects { get; private set; }

    /// <summary>This person is one of the two Chairs and has not passed it.</summary>
    public bool MayPass { get; private set; }

    public bool MayObject => Correction?.TakesObjections(clock.GetUtcNow()) == true;

    /// <summary>The corrections since the text that members were last asked about, as redlines.</summary>
    public IReadOnlyList<string> Corrected { get; private set; } = [];

    /// <summary>The text has left: what stands under it stays.</summary>
    public bool HasLeft { get; private set; }

    public Dissent? Dissent => Mandate?.Dissents.FirstOrDefault(d => d.Elector == Elector.Id);

    public Round Round { get; private set; } = null!;
    public Elector Elector { get; private set; } = null!;
    public Voice? Voice { get; private set; }
    public Response? Latest { get; private set; }

    /// <summary>What changed since the words that this member last answered to; for whoever has not, since those before.</summary>
    public string? Redlined { get; private set; }

    /// <summary>Which version that was.</summary>
    public int ChangedSince { get; private set; }

    /// <summary>The round said that agreements carry over, and this member's is to earlier words.</summary>
    public bool AgreedBefore { get; private set; }

    /// <summary>Somebody of this member has seen the words that are out.</summary>
    public bool HasSeen { get; private set; }

    /// <summary>The button for it was pressed, so what was refused stands there.</summary>
    public bool SaysSeen { get; private set; }

    /// <summary>What this member said in comments, with what became of each.</summary>
    public IReadOnlyList<RoundComment> Comments { get; private set; } = [];

    /// <summary>What each answered, once the round has closed.</summary>
    public IReadOnlyList<AnswerTold> Told { get; private set; } = [];

    public bool Recorded { get; protected set; }
    public bool IsOpen => Round.TakesInTime(clock.GetUtcNow());

    /// <summary>Its closing time has passed, and only a person lets it close: a restored backup holds it.</summary>
    public bool IsHeld => IsOpen && !Round.IsOpenAt(clock.GetUtcNow());
    public bool ByLink => Way == AnswerWay.Link;
    public TimeZoneInfo Zone => sites.Current.Zone;
    public Site Site => sites.Current;

    protected abstract AnswerWay Way { get; }

    protected async Task<bool> Load(Guid elector, Guid person, CancellationToken ct)
    {
        if (await db.Set<Elector>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == elector, ct) is not { } asked) return false;
        Elector = asked;
        Round = await db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == asked.Round, ct);
        Voice = (await WhoMayAnswer.On(db, asked, sites.Today(clock), ct)).FirstOrDefault(v => v.Person == person);
        Latest = await db.Set<Response>().AsNoTracking().Where(r => r.Elector == elector).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        string Change(int from, int to) => Redline.Html(Round.Versions.Single(v => v.Number == from).Text, Round.Versions.Single(v => v.Number == to).Text);
        var last = Round.LatestAsked.Number;
        // Since its yes and not since the last change only: a yes that carries over does so to all of it.
        ChangedSince = Latest is { } said && said.VersionNumber < last ? said.VersionNumber : last - 1;
        if (last > 1) Redlined = Change(ChangedSince, last);
        Corrected = [.. Round.Versions.Where(v => v.Number > last).OrderBy(v => v.Number).Select(v => Change(v.Number - 1, v.Number))];
        if (Round.CarryOver) await LoadSeen(ct);
        if (Round.Correctors.Count > 0 && IsOpen && !IsHeld) await LoadCorrection(person, ct);
        if (Round is { State: RoundState.Closed, Kind: RoundKind.AgreeText }) await LoadMandate(ct);
        if (Round.State == RoundState.Closed && Voice is not null) Told = await AnswerTold.Of(db, Round, ct);
        if (Latest is not null) Comments = [.. (await RoundComments.Of(db, Round.Id, ct)).Where(c => c.Said.Elector == elector)];
        // What is asked for stands in the form already: confirming it is one tap. Whoever cleared it did not say it.
        if (HttpMethods.IsGet(Request.Method)) Input.Amount = AnswerInput.Written(Round.AskedPence);
        return true;
    }

    private async Task LoadSeen(CancellationToken ct)
    {
        var asked = Round.LatestAsked.Number;
        AgreedBefore = Latest is { Answer: Answer.Agree or Answer.Confirm } yes && Round.Versions.Where(v => v.Number >= asked).All(v => v.Hash != yes.Hash);
        HasSeen = AgreedBefore && await db.Set<RoundLook>().AnyAsync(l => l.Elector == Elector.Id && l.Seen && l.Number >= asked, ct);
    }

    private async Task LoadCorrection(Guid person, CancellationToken ct)
    {
        var underWay = await db.CorrectionUnderWay(Round.Id, ct);
        var mine = Round.Correctors.Any(c => c.Person == person);
        // Members get it when both Chairs have passed it, and not before.
        if (underWay is null || (underWay.State == CorrectionState.Proposed && !mine)) return;
        (Correction, MayPass) = (underWay, underWay.State == CorrectionState.Proposed && !underWay.WasPassedBy(person));
    }

    /// <summary>One of the two Chairs passes the correction that was on the screen.</summary>
    protected Task<bool> Passed(PassCorrection pass, Guid person, CancellationToken ct)
    {
        (Corrects, var which) = (true, Correcting.Correction);
        ModelState.Clear();
        return this.Try(() => pass.Run(Round.Id, which, person, clock.GetUtcNow(), ct));
    }

    /// <summary>Objects to the correction that was on the screen.</summary>
    protected async Task<bool> Objected(ObjectToCorrection verb, Guid person, CancellationToken ct)
    {
        ModelState.Clear();
        Corrects = true;
        if (Correcting.As is null) ModelState.AddModelError("Correcting.As", "Say whether you object yourself or for somebody.");
        if (Correcting.As == "for" && string.IsNullOrWhiteSpace(Correcting.Through)) ModelState.AddModelError("Correcting.Through", "Write your own name: the person you answer for is told.");
        var through = Correcting.As == "for" ? Correcting.Through : null;
        return ModelState.IsValid && await this.Try(() => verb.Run(Round.Id, Correcting.Correction, Elector.Id, person, Correcting.Reason, through, Way, clock.GetUtcNow(), ct));
    }

    private async Task LoadMandate(CancellationToken ct)
    {
        Mandate = await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Round == Round.Id && m.WithdrawnAt == null, ct);
        if (Mandate?.Objectors.Contains(Elector.Id) != true) Mandate = null;
        else HasLeft = await db.Set<Release>().AnyAsync(r => r.Mandate == Mandate.Id && r.CameToNothing == null, ct);
    }

    /// <summary>Puts the member's paragraph under the text.</summary>
    /// <returns>False when something was refused: the page says what, and keeps what was typed.</returns>
    protected async Task<bool> Dissented(Guid person, CancellationToken ct)
    {
        // The other form of this page was not sent, so what it lacks is no fault.
        ModelState.Clear();
        WritesParagraph = true;
        if (Mandate is not { } mandate) return false;
        if (Paragraph.As is null) ModelState.AddModelError("Paragraph.As", "Say whether you write it yourself or for somebody.");
        if (Paragraph.As == "for" && string.IsNullOrWhiteSpace(Paragraph.Through)) ModelState.AddModelError("Paragraph.Through", "Write your own name.");
        var how = new Dissenting(person, "", "", Way) { Through = Paragraph.As == "for" ? Paragraph.Through : null };
        return ModelState.IsValid && await this.Try(() => dissent.Run(mandate.Id, Elector.Id, person, Paragraph.Text, how, clock.GetUtcNow(), ct));
    }

    /// <summary>The page was opened by somebody who is signed in, so a person has seen these words. Once for each and version.</summary>
    protected async Task Saw(SeeChange see, Guid person, CancellationToken ct)
    {
        var (number, hash) = (Round.Latest.Number, Round.Latest.Hash);
        if (Voice is null || !IsOpen || await db.Set<RoundLook>().AnyAsync(l => l.Elector == Elector.Id && l.Person == person && l.Number == number && l.Seen, ct)) return;
        try
        {
            await see.Run(Round.Id, Elector.Id, person, hash, Way, clock.GetUtcNow(), ct);
            HasSeen = AgreedBefore;
        }
        catch (Exception missed) when (missed is RuleBroken or DbUpdateException)
        {
            // It closed, or other words came, while the page was read; or the link was opened at the same moment. The next look says so.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Somebody says on the link's page that they have seen the change that was on the screen.</summary>
    protected Task<bool> SaidSeen(SeeChange see, Guid person, string? hash, CancellationToken ct)
    {
        SaysSeen = true;
        ModelState.Clear();
        return this.Try(() => see.Run(Round.Id, Elector.Id, person, hash, Way, clock.GetUtcNow(), ct));
    }

    /// <summary>That the link was opened, once for each person and version: by a mail filter perhaps, so nobody has seen it yet.</summary>
    protected async Task Looked(Guid person, CancellationToken ct)
    {
        var number = Round.Latest.Number;
        if (Voice is null || !IsOpen || await db.Set<RoundLook>().AnyAsync(l => l.Elector == Elector.Id && l.Person == person && l.Number == number, ct)) return;
        db.Add(new RoundLook { Round = Round.Id, Elector = Elector.Id, Person = person, Number = number, Way = Way, At = clock.GetUtcNow() });
        try
        {
            await db.SaveUnaudited(ct);
        }
        catch (DbUpdateException)
        {
            // Two windows opened it at once: one of them has said so already.
            db.ChangeTracker.Clear();
        }
    }

    /// <returns>Null when something was refused: the page says what, and keeps what was typed.</returns>
    protected async Task<Response?> Answered(Guid person, CancellationToken ct)
    {
        Response? response = null;
        if (Input.As is null) ModelState.AddModelError("Input.As", "Say whether you answer yourself or for somebody.");
        if (Input.As == "for" && string.IsNullOrWhiteSpace(Input.Through)) ModelState.AddModelError("Input.Through", "Write your own name: the person you answer for is told.");
        var through = Input.As == "for" ? Input.Through : null;
        if (!ModelState.IsValid || !await this.Try(async () => response = await verb.Run(Round.Id, Elector.Id, person, Input.Given(), Way, through, clock.GetUtcNow(), ct))) return null;
        return response;
    }

    public string Error(string field) => ModelState.TryGetValue(field.Length == 0 ? "" : $"Input.{field}", out var state) ? string.Join(" ", state.Errors.Select(e => e.ErrorMessage)) : "";
}
