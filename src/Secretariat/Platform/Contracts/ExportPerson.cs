using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Secretariat.Platform.Contracts;

/// <summary>Everything that the program holds about somebody, every feature its own part: values as JSON, and their files.</summary>
public sealed class ExportPerson(IEnumerable<IPersonalData> features)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="records">Theirs, the one that is read now first; the others were merged into it.</param>
    /// <returns>How many files went beside the values.</returns>
    public async Task<int> Run(IReadOnlyList<Guid> records, Stream to, CancellationToken ct)
    {
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var (held, files) = (new List<SortedDictionary<string, object?>>(), 0);
        foreach (var record in records)
        {
            var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
            foreach (var feature in features)
            {
                foreach (var (key, value) in await feature.Export(record, ct)) values.Add(key, value);
                foreach (var file in await feature.Files(record, ct)) files += await Add(zip, file, ct) ? 1 : 0;
            }
            held.Add(values);
        }
        await using var list = await zip.CreateEntry("person.json").OpenAsync(ct);
        await JsonSerializer.SerializeAsync(list, new { records = held }, Json, ct);
        return files;
    }

    private static async Task<bool> Add(ZipArchive zip, PersonalFile file, CancellationToken ct)
    {
        await using var content = await file.Open(ct);
        if (content is null) return false;
        await using var entry = await zip.CreateEntry(file.Name).OpenAsync(ct);
        await content.CopyToAsync(entry, ct);
        return true;
    }
}
