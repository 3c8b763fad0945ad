using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Imports.Desk;

/// <summary>Which column is which, beside the first cells of each; then every row is judged again.</summary>
public sealed class ImportColumnsModel(Db db, ReadPeople read) : PageModel
{
    public PeopleImport Import { get; private set; } = null!;
    public IReadOnlyList<IReadOnlyList<string>> Samples { get; private set; } = [];

    [BindProperty] public Chosen Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = new Chosen { Columns = Import.Columns, MakesOrganisations = Import.MakesOrganisations, TakesLookalikes = Import.TakesLookalikes, Version = Import.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => read.Again(id, Input.Version, Input.Columns, Input.MakesOrganisations, Input.TakesLookalikes, User.Actor(), ct))) return Page();
        return Redirect($"/desk/people/imports/{id}");
    }

    /// <summary>What the first rows have in a column.</summary>
    public string Sample(int column) => string.Join(" · ", Samples.Select(s => s.ElementAtOrDefault(column) ?? "").Where(c => c.Length > 0).Select(c => c.Length > 40 ? c[..40] + "…" : c));

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<PeopleImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import) return false;
        Import = import;
        Samples = [.. (await db.Set<ImportRow>().AsNoTracking().Where(r => r.Import == id).OrderBy(r => r.Number).Take(3).ToListAsync(ct)).Select(r => r.Read())];
        return true;
    }

    public sealed class Chosen
    {
        public List<Column> Columns { get; set; } = [];
        public bool MakesOrganisations { get; set; }
        public bool TakesLookalikes { get; set; }
        public int Version { get; set; }
    }
}
