using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.People.Desk;

/// <summary>Subject access: how much is held, and all of it as the same archive that <c>export person</c> writes.</summary>
[Authorize(Rights.CanEditMembers)]
public sealed class PersonalDataOfModel(Db db, HeldData held, ExportPerson export) : PageModel
{
    private IReadOnlyList<Guid> _records = [];

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public int Records => _records.Count;
    public IReadOnlyList<(string What, int Count)> Held { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Held = await held.Run(_records, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        // A file that is gone when it is closed: an archive may be larger than memory should be.
        var archive = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await export.Run(_records, archive, ct);
        db.Note(User.Actor(), "Export person", nameof(Person), Id);
        await db.SaveUnaudited(ct);
        archive.Position = 0;
        Response.Headers.CacheControl = "no-store";
        return File(archive, "application/zip", $"person-{Id:N}.zip");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        _records = await SamePerson.Records(db, id, ct);
        if (_records.Count == 0) return false;
        (Id, Name) = (_records[0], await db.Set<Person>().Where(p => p.Id == _records[0]).Select(p => p.Name).SingleAsync(ct));
        return true;
    }
}
