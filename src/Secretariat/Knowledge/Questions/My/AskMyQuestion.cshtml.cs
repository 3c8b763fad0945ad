using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions.My;

/// <summary>Anybody of a member asks those who work on a theme elsewhere.</summary>
public sealed class AskMyQuestionModel(Db db, AskTheme verb, FindAlike alike, Sites sites, TimeProvider clock) : QuestionForm(db, alike, sites, clock)
{
    private readonly Db _db = db;
    private readonly Sites _sites = sites;
    private readonly TimeProvider _clock = clock;
    private Guid? _house;

    public override string Room => "/my";

    public async Task<IActionResult> OnGetAsync(string? theme, CancellationToken ct)
    {
        Input.Theme = theme;
        return await Load(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAlikeAsync(CancellationToken ct) => await Load(ct) ? Looked() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        PracticeQuestion? asked = null;
        if (!ModelState.IsValid || !await this.Try(async () => asked = await verb.Ask(Input.Theme, Input.Subject, Input.Words, _house!.Value, User.PersonId()!.Value, false, User.Actor(), _clock.GetUtcNow(), ct))) return Page();
        return Redirect($"/my/practice/questions/{asked!.Id}");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        var (me, today) = (User.PersonId()!.Value, _sites.Today(_clock));
        _house = await _db.Set<Position>().Where(p => _db.SameAs(me).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To))
            .Join(_db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member), p => p.Organisation, o => o.Id, (_, o) => o).OrderBy(o => o.SortName).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);
        await Prepare(_house, ct);
        return _house is not null;
    }
}
