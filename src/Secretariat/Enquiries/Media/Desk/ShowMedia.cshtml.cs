using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Media.Desk;

/// <summary>One media request: whom to ring, with two taps to log each call, and what came of it.</summary>
public sealed class ShowMediaModel(Db db, Speakers speakers, SettleMedia verb, IEnumerable<ILinesToday> says, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public EndInput Input { get; set; } = new();

    public sealed class EndInput
    {
        public MediaOutcome? Outcome { get; set; }
        public string? Member { get; set; }
        [StringLength(MediaRequest.MaxShort)] public string? Who { get; set; }
        [StringLength(MediaRequest.MaxFacts)] public string? Said { get; set; }
        [StringLength(MediaRequest.MaxSource)] public string? Source { get; set; }
    }

    public MediaRequest Of { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public IReadOnlyList<Speaker> People { get; private set; } = [];
    public IReadOnlyList<MediaCall> Calls { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];
    public string? MemberName { get; private set; }
    public string Theme { get; private set; } = "";
    public IReadOnlyList<string> Holds { get; private set; } = [];
    public bool Late { get; private set; }

    /// <summary>What may be said today on the request's theme.</summary>
    public IReadOnlyList<LineToday> Lines { get; private set; } = [];

    public MediaCall? Last(Guid person) => Calls.LastOrDefault(c => c.Person == person);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (Calls.LastOrDefault(c => c.Result == CallResult.Agreed) is { } agreed) (Input.Outcome, Input.Who, Input.Member) = (MediaOutcome.MemberSpoke, agreed.Name, People.FirstOrDefault(p => p.Member == agreed.Member)?.Code);
        return Page();
    }

    public async Task<IActionResult> OnPostCallAsync(Guid id, [FromForm] Guid person, [FromForm] CallResult result, CancellationToken ct)
    {
        if (!await Load(id, ct) || !Of.IsOpen || People.FirstOrDefault(p => p.Person == person) is not { } speaker) return NotFound();
        db.Add(new MediaCall(id, speaker.Member, speaker.Person, speaker.Name, result, User.Actor().Name, clock.GetUtcNow()));
        await db.Save(User.Actor(), "Log media call", ct);
        return Redirect($"/desk/media/{id}#{person}");
    }

    public async Task<IActionResult> OnPostSettleAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => verb.Run(id, new(Input.Outcome, Input.Member, Input.Who, Input.Said, Input.Source), User.Actor(), clock.GetUtcNow(), ct))) return Page();
        this.Say($"Settled: {Input.Outcome!.Value.Words()}.");
        return Redirect($"/desk/media/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<MediaRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } of) return false;
        Of = of;
        Late = of.IsOpen && of.Deadline < clock.GetUtcNow();
        Calls = await db.Set<MediaCall>().AsNoTracking().Where(c => c.Request == id).OrderBy(c => c.At).ToListAsync(ct);
        if (of.Theme is { } theme) Theme = await db.Set<Theme>().Where(t => t.Code == theme).Select(t => t.Name).SingleOrDefaultAsync(ct) ?? theme;
        if (of.Member is { } member) MemberName = await db.Set<Organisation>().Where(o => o.Id == member).Select(o => o.Name).SingleOrDefaultAsync(ct);
        if (of.IsOpen) (Place, People) = await speakers.Of(of, sites.Today(clock), ct);
        Holds = await MediaHold.Words(db, clock.GetUtcNow(), sites.Current.Zone, ct, of, [.. People.Select(p => p.Code).Distinct()]);
        if (!of.IsOpen) return true;
        if (of.Theme is { } on)
            foreach (var part in says) Lines = [.. Lines, .. await part.On(on, sites.Today(clock), ct)];
        Members = [new("Choose a member", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Code))];
        return true;
    }
}
