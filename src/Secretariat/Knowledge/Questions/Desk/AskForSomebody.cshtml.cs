using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Knowledge.Cases;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Questions.Desk;

/// <summary>Staff ask for somebody at a member who rang or wrote: first of which member, then what.</summary>
public sealed class AskForSomebodyModel(Db db, AskTheme verb, FindAlike alike, Sites sites, TimeProvider clock) : QuestionForm(db, alike, sites, clock)
{
    private readonly Db _db = db;
    private readonly Sites _sites = sites;
    private readonly TimeProvider _clock = clock;

    [BindProperty(SupportsGet = true, Name = "member")] public string? Code { get; set; }

    public override string Room => "/desk";
    public IReadOnlyList<NamedMember> All { get; private set; } = [];
    public NamedMember? Member { get; private set; }
    public IReadOnlyList<CasePerson> People { get; private set; } = [];
    public IEnumerable<SelectListItem> PersonChoices => People.Select(p => new SelectListItem($"{p.Name}, {p.Role}", p.Id.ToString())).Prepend(new("", ""));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Load(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAlikeAsync(CancellationToken ct) => await Load(ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        PracticeQuestion? asked = null;
        if (!ModelState.IsValid || !await this.Try(async () => asked = await verb.Ask(Input.Theme, Input.Subject, Input.Words, Member!.Id, Input.Person ?? throw new RuleBroken("Choose who asks: they are told when somebody answers.", "Person"), false, User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        this.Say($"Asked. {(Asked == 0 ? "Nobody works on this theme elsewhere: find somebody yourself." : $"{(Asked == 1 ? "One person is" : $"{Asked} people are")} told in their weekly letter.")}");
        return Redirect($"/desk/practice/questions/{asked!.Id}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        All = await _db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        if ((Member = All.FirstOrDefault(m => m.Code == Code)) is not { } member) return false;
        People = await SpeaksFor.People(_db, [member.Id], _sites.Today(_clock), ct);
        await Prepare(member.Id, ct);
        return true;
    }
}
