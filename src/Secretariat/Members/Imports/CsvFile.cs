using System.Text;
using System.Text.Json;
using CsvHelper;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>A CSV file as people bring it: with commas, semicolons or tabs, in UTF-8, UTF-16 or what Excel saves in Britain.</summary>
public sealed class CsvFile : IAsyncDisposable
{
    public const long MostBytes = 32 * 1024 * 1024;
    private const int LongestRow = 256 * 1024, MostColumns = 60, LongestCell = 300;
    private readonly CsvReader _csv;
    private bool _malformed;

    private CsvFile(string path, Encoding? encoding) => _csv = CsvReader.FromFile(path, CsvReaderOptions.Default with
    {
        Encoding = encoding,
        MaxRecordSize = LongestRow,
        TrackLineNumbers = true,
        OnMalformedRecord = _ => _malformed = true,
    });

    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>How it was read, when that needs a look; else empty.</summary>
    public string Note { get; private init; } = "";

    /// <exception cref="RuleBroken">It is no CSV file, and what to do.</exception>
    public static async Task<CsvFile> Open(string path, CancellationToken ct)
    {
        var start = new byte[4];
        await using (var file = File.OpenRead(path))
        {
            if (file.Length > MostBytes) throw new RuleBroken($"The file is larger than {MostBytes / 1024 / 1024} MB. Split it, and import the parts one after the other.", "File");
            start = start[..await file.ReadAtLeastAsync(start, start.Length, false, ct)];
        }
        if (start is [0x50, 0x4b, ..]) throw new RuleBroken("This is an Excel workbook or a zip file. Save it as CSV (“CSV UTF-8” in Excel), and choose that file.", "File");
        var wide = start is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
        var windows = !wide && !await IsUtf8(path, ct);
        var csv = new CsvFile(path, windows ? CodePagesEncodingProvider.Instance.GetEncoding(1252) : null)
        {
            Note = windows ? "The file is not in UTF-8, so it was read as Windows-1252, as Excel saves it. Look at names with accents: if they are wrong, save it as “CSV UTF-8” and bring it again." : "",
        };
        try
        {
            await csv._csv.ReadHeaderAsync(ct);
            csv.Headings = [.. csv._csv.Headers.Select(h => Cut(h.Trim(), 100))];
            if (csv.Headings.All(h => h.Length == 0)) throw new RuleBroken("The file is empty: its first row must name the columns.", "File");
            if (csv.Headings.Count > MostColumns) throw new RuleBroken($"The file has more than {MostColumns} columns. Keep those about people, and bring it again.", "File");
            return csv;
        }
        catch (Exception fault)
        {
            await csv.DisposeAsync();
            throw fault is CsvFormatException ? new RuleBroken("The file’s first row cannot be read: is a quotation mark opened and never closed?", "File") : fault;
        }
    }

    /// <summary>The rows in their order, read as they are asked for. A malformed one is a row that says so; the rest goes on.</summary>
    public async IAsyncEnumerable<ImportRow> Rows(Guid import, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var number = 2; await Next(number, ct); number++)
        {
            var cells = new string[Math.Min(_csv.FieldCount, Headings.Count)];
            for (var i = 0; i < cells.Length; i++) cells[i] = Clean(_csv.GetString(i));
            var why = _malformed ? "A quotation mark is in the wrong place in this row." : _csv.FieldCount > Headings.Count ? "This row has more cells than there are columns: is a comma outside quotation marks?" : "";
            _malformed = false;
            yield return new ImportRow { Import = import, Number = number, Cells = JsonSerializer.Serialize(cells), Malformed = why };
        }
    }

    private async Task<bool> Next(int number, CancellationToken ct)
    {
        try
        {
            return await _csv.ReadAsync(ct);
        }
        catch (CsvFormatException)
        {
            throw new RuleBroken($"Row {number:N0} cannot be read: a quotation mark is opened and never closed. Nothing was kept; correct it, and bring the file again.", "File");
        }
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    // A null letter PostgreSQL does not take; a cell too long to be anything here is kept long enough to say so.
    private static string Clean(string cell) => Cut(cell.Replace("\0", ""), LongestCell);

    private static string Cut(string text, int most) => text.Length <= most ? text : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];

    private static async Task<bool> IsUtf8(string path, CancellationToken ct)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var (letters, any) = (new char[32 * 1024], false);
        try
        {
            for (int read; (read = await reader.ReadBlockAsync(letters, ct)) > 0; any = true)
                if (!any && letters.AsSpan(0, read).Contains('\0')) throw new RuleBroken("This is not a CSV file: it holds no text.", "File");
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
