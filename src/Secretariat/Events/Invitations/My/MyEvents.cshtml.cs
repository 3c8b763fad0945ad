using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Invitations.My;

/// <summary>What one is asked to, and for a PA what those are asked to whom they act for.</summary>
public sealed class MyEventsModel(Db db, EventTokens tokens, Settings settings, Sites sites, TimeProvider clock) : PageModel
{
    private DateOnly _today;
    private IReadOnlyList<Guid> _mine = [];

    public IReadOnlyList<(Event At, Invitee Invitee)> Rows { get; private set; } = [];
    public string Feed { get; private set; } = "";

    public IEnumerable<(string Title, IReadOnlyList<(Event At, Invitee Invitee)> Rows)> Parts =>
        [("To come", [.. Rows.Where(r => r.At.Day >= _today).OrderBy(r => r.At.Day)]), ("Before", [.. Rows.Where(r => r.At.Day < _today).OrderByDescending(r => r.At.Day)])];

    public bool IsMine(Invitee invitee) => _mine.Contains(invitee.Person!.Value);

    public async Task OnGetAsync(CancellationToken ct)
    {
        _today = sites.Today(clock);
        var me = User.PersonId()!.Value;
        _mine = await SamePerson.Records(db, me, ct);
        var voices = (await ActingPas.Voices(db, me, _today, ct)).ToList();
        var since = _today.AddYears(-1);
        Rows = [.. (await (from invitee in db.Set<Invitee>().AsNoTracking().ThereOn(db, _today)
                           where invitee.Person != null && voices.Contains(invitee.Person.Value) && invitee.LeftOut == null
                           join at in db.Set<Event>() on invitee.Event equals at.Id
                           where at.Day >= since && at.State != EventState.Draft
                           select new { at, invitee }).ToListAsync(ct)).Select(r => (r.at, r.invitee))];
        Feed = new Uri(settings.Url, $"/a/c/{tokens.Calendar(me)}").AbsoluteUri;
    }
}
