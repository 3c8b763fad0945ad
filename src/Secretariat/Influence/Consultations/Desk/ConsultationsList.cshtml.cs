using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.Desk;

/// <summary>Consultations and research: those that wait first, then what came of the others.</summary>
public sealed class ConsultationsListModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int PageSize = 60;
    private Dictionary<Guid, string> _names = [];

    public DateOnly Today => sites.Today(clock);
    public IReadOnlyList<ConsultationStand> Open { get; private set; } = [];
    public IReadOnlyList<ConsultationStand> Done { get; private set; } = [];
    public Guid? Next { get; private set; }

    public string? NameOf(Guid? organisation) => organisation is { } id ? _names.GetValueOrDefault(id) : null;

    public async Task OnGetAsync(Guid? after, CancellationToken ct)
    {
        var query = db.Set<Consultation>().AsNoTracking();
        if (after is { } id && await query.Where(c => c.Id == id).Select(c => new { c.Id, c.OpenedOn }).SingleOrDefaultAsync(ct) is { } last) query = query.Where(c => c.OpenedOn < last.OpenedOn || (c.OpenedOn == last.OpenedOn && c.Id.CompareTo(last.Id) < 0));
        var found = await query.OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(ct);
        var stands = await ConsultationStand.Read(db, [.. found.Take(PageSize)], Today, ct);
        (Open, Done) = ([.. stands.Where(s => !s.IsDone(Today) && s.Of.IsOpenOn(Today)).OrderBy(s => s.Of.Deadline ?? DateOnly.MaxValue)], [.. stands.Where(s => s.IsDone(Today) || !s.Of.IsOpenOn(Today))]);
        Next = found.Count > PageSize ? found[PageSize - 1].Id : null;
        var by = found.Select(c => c.Organisation).OfType<Guid>().ToList();
        _names = await db.Set<Organisation>().Where(o => by.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
    }
}
