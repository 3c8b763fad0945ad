using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Auditing.Desk;

/// <summary>The latest changes, found by who, kind of record and verb.</summary>
[Authorize(Policy = Rights.CanReadAudit)]
public sealed class TrailModel(Db db) : PageModel
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Verb { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public AuditHead Head { get; private set; } = new(0, "", 0);
    public bool Filtered => Filters().Count > 0;
    public string? Older { get; private set; }
    public string Latest => QueryHelpers.AddQueryString("/desk/audit", Filters());

    public IEnumerable<string> Types => db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(Record))).Select(t => t.Name).Order(StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (Person is { } person) entries = entries.Where(e => e.ByPerson == person);
        if (!string.IsNullOrWhiteSpace(Type)) entries = entries.Where(e => e.RecordType == Type);
        if (!string.IsNullOrWhiteSpace(Who)) entries = entries.Where(e => e.ByName.ToLower().Contains(Who.Trim().ToLower()));
        if (!string.IsNullOrWhiteSpace(Verb)) entries = entries.Where(e => e.Verb.ToLower().Contains(Verb.Trim().ToLower()));
        if (Before is { } before) entries = entries.Where(e => e.Id < before);
        var found = await entries.OrderByDescending(e => e.Id).Take(Size + 1).ToListAsync(ct);
        Entries = [.. found.Take(Size)];
        if (found.Count > Size) Older = QueryHelpers.AddQueryString(Latest, "before", $"{Entries[^1].Id}");
        Head = await AuditHead.Read(db, ct);
    }

    private Dictionary<string, string?> Filters() =>
        new Dictionary<string, string?> { ["who"] = Who, ["type"] = Type, ["verb"] = Verb, ["person"] = Person?.ToString() }.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary();
}
