using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Notices.Desk;

public sealed class NoticesListModel(Db db) : PageModel
{
    public const int Most = 100;
    private Dictionary<string, string> _audiences = [];

    public IReadOnlyList<Notice> Notices { get; private set; } = [];

    public string NameOf(string audience) => _audiences.GetValueOrDefault(audience, "an audience that is gone");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Notices = await db.Set<Notice>().AsNoTracking().OrderByDescending(n => n.SentAt == null).ThenByDescending(n => n.SentAt ?? n.WrittenAt).Take(Most).ToListAsync(ct);
        _audiences = await db.Set<Audience>().ToDictionaryAsync(a => a.Code, a => a.Name, ct);
    }
}
