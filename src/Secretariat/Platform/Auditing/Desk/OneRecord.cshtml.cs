using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing.Desk;

/// <summary>The one page that answers "who changed this?".</summary>
[Authorize(Policy = Rights.CanReadAudit)]
public sealed class OneRecordModel(Db db) : PageModel
{
    private const int Size = 50;

    public string Type { get; private set; } = "";
    public string Heading { get; private set; } = "";
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string type, Guid id, long? before, CancellationToken ct)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking().Where(e => e.RecordType == type && e.RecordId == id);
        var found = await entries.Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(Size + 1).ToListAsync(ct);
        if (found.Count == 0) return NotFound();
        (Type, Entries) = (type, [.. found.Take(Size)]);
        if (found.Count > Size) Older = Entries[^1].Id;
        // A later change need not have touched the name; the first entry holds all there was.
        var name = Entries.Select(e => AuditChange.NameIn(e.Values)).FirstOrDefault(n => n is not null)
            ?? AuditChange.NameIn(await entries.OrderBy(e => e.Id).Select(e => e.Values).FirstAsync(ct));
        Heading = name ?? $"{AuditChange.Words(type)} {id.ToString()[^8..]}";
        return Page();
    }
}
