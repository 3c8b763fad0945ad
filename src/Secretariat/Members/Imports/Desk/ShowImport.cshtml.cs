using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Imports.Desk;

/// <summary>Every row's fate; the button that imports them, and afterwards the one that takes all of it back.</summary>
public sealed class ShowImportModel(Db db, ImportPeople people, UndoImport undo, ReadPeople read) : PageModel
{
    public const int Size = 100;

    [BindProperty(SupportsGet = true)] public RowFate? Fate { get; set; }
    [BindProperty(SupportsGet = true)] public int After { get; set; }
    [BindProperty(SupportsGet = true)] public bool Stayed { get; set; }

    public PeopleImport Import { get; private set; } = null!;
    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];
    public int? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    /// <param name="version">The file as it stood above the button.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => people.Begin(id, User.Actor(), ct, version))) return Page();
        await people.GoOn(id, ct);
        await Load(id, ct);
        this.Say($"Imported {Import.Brings.People()}.");
        return Redirect($"/desk/people/imports/{id}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => undo.Begin(id, User.Actor(), ct))) return Page();
        await undo.GoOn(id, ct);
        await Load(id, ct);
        this.Say(Import.Stayed == 0 ? "The import is undone: all is as it was before." : $"The import is undone, but for {Import.Stayed:N0} {(Import.Stayed == 1 ? "row" : "rows")}: each says why.");
        return Redirect($"/desk/people/imports/{id}");
    }

    public async Task<IActionResult> OnPostThrowAwayAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => read.ThrowAway(id, User.Actor(), ct))) return Page();
        this.Say("Thrown away. Nothing was imported.");
        return Redirect("/desk/people/import");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<PeopleImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import) return false;
        Import = import;
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.Import == id && r.Number > After);
        if (Fate is { } fate) rows = rows.Where(r => r.Fate == fate);
        if (Stayed) rows = rows.Where(r => r.Stayed != "");
        var page = await rows.OrderBy(r => r.Number).Take(Size + 1).ToListAsync(ct);
        Next = page.Count > Size ? page[Size - 1].Number : null;
        Rows = [.. page.Take(Size)];
        return true;
    }
}
