using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>Rows of files about somebody, and files that they brought. An erased row stays as a gap, so that the counts of its file still add up.</summary>
public sealed class ImportPersonalData(Db db) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(PeopleImport), typeof(ImportRow)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct)
    {
        var rows = await (await About(person, ct)).AsNoTracking().Join(db.Set<PeopleImport>(), r => r.Import, i => i.Id, (r, i) => new { i.File, i.At, r.Number, r.Cells, r.Words }).ToListAsync(ct);
        return new Dictionary<string, object?>
        {
            ["rows_of_imported_files"] = rows,
            ["files_brought"] = await db.Set<PeopleImport>().Where(i => i.ByPerson == person).OrderBy(i => i.At).Select(i => new { i.File, i.At }).ToListAsync(ct),
        };
    }

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var row in await (await About(person, ct)).ToListAsync(ct)) row.Forget();
        foreach (var import in await db.Set<PeopleImport>().Where(i => i.ByPerson == person).ToListAsync(ct)) import.ForgetWho();
    }

    // Also rows that were refused, or only looked at: they name somebody by the address.
    private async Task<IQueryable<ImportRow>> About(Guid person, CancellationToken ct)
    {
        var key = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.EmailKey).FirstOrDefaultAsync(ct) ?? "";
        return db.Set<ImportRow>().Where(r => r.Person == person || (key != "" && r.EmailKey == key));
    }
}
