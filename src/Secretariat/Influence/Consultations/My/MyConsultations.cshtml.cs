using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations.My;

/// <summary>What is open, what came of the rest, and how much of it one's own member sent.</summary>
public sealed class MyConsultationsModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int Most = 60;
    private Dictionary<Guid, int> _mine = [];

    public DateOnly Today => sites.Today(clock);
    public bool OfMember { get; private set; }
    public IReadOnlyList<ConsultationStand> Open { get; private set; } = [];
    public IReadOnlyList<ConsultationStand> Done { get; private set; } = [];

    public int MineOf(Guid consultation) => _mine.GetValueOrDefault(consultation);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var members = (await MyMembers.Of(db, User.PersonId(), Today, ct)).ConvertAll(m => m.Id);
        if (members.Count == 0) return;
        OfMember = true;
        var found = await db.Set<Consultation>().AsNoTracking().OrderByDescending(c => c.OpenedOn).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        var stands = await ConsultationStand.Read(db, found, Today, ct);
        Open = [.. stands.Where(s => s.Of.IsOpenOn(Today) && s.Released is null).OrderBy(s => s.Of.Deadline ?? DateOnly.MaxValue)];
        Done = [.. stands.Except(Open)];
        _mine = await db.Set<Submission>().Where(s => members.Contains(s.Member) && s.TakenOutAt == null).GroupBy(s => s.Consultation).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }
}
