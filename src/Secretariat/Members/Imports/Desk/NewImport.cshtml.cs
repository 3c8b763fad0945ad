using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Imports.Desk;

[RequestSizeLimit(CsvFile.MostBytes + 64 * 1024)]
public sealed class NewImportModel(Db db, ReadPeople read) : PageModel
{
    private const int Shown = 30;

    public IReadOnlyList<PeopleImport> Before { get; private set; } = [];

    [BindProperty] public Chosen Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken ct) => Load(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (Input.File is not { Length: > 0 } file)
        {
            ModelState.AddModelError("Input.File", "Choose a CSV file.");
            return Page();
        }
        PeopleImport? import = null;
        if (!await this.Try(async () => import = await Read(file, ct))) return Page();
        return Redirect(import!.IsReadable ? $"/desk/people/imports/{import.Id}" : $"/desk/people/imports/{import.Id}/columns");
    }

    // It is read twice, first for its letters: a stream from the browser comes once.
    private async Task<PeopleImport> Read(IFormFile file, CancellationToken ct)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var copy = System.IO.File.Create(path)) await file.CopyToAsync(copy, ct);
            return await read.Run(path, Path.GetFileName(file.FileName), null, Input.MakesOrganisations, Input.TakesLookalikes, User.Actor(), ct);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private async Task Load(CancellationToken ct) => Before = await db.Set<PeopleImport>().AsNoTracking().OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(Shown).ToListAsync(ct);

    public sealed class Chosen
    {
        public IFormFile? File { get; set; }
        public bool MakesOrganisations { get; set; }
        public bool TakesLookalikes { get; set; }
    }
}
