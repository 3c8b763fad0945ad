using System.IO.Compression;
using System.Text;

namespace Secretariat.Platform.Files;

/// <summary>What a file is, by its content; its name and the type that a browser claims are never believed.</summary>
public sealed record FileKind(string Type, string Extension, string Name)
{
    private static readonly FileKind Pdf = new("application/pdf", ".pdf", "PDF");
    private static readonly FileKind Png = new("image/png", ".png", "picture");
    private static readonly FileKind Jpeg = new("image/jpeg", ".jpg", "picture");
    private static readonly FileKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "Word document");
    private static readonly FileKind Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", "Excel workbook");
    private static readonly FileKind Slides = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", "presentation");
    private static readonly FileKind Csv = new("text/csv; charset=utf-8", ".csv", "table as CSV");
    private static readonly FileKind Text = new("text/plain; charset=utf-8", ".txt", "text");

    private static readonly (string Part, FileKind Kind)[] Office = [("word/document.xml", Word), ("xl/workbook.xml", Excel), ("ppt/presentation.xml", Slides)];

    // What the file says of itself in its first part, as OpenDocument has it.
    private static readonly (string Says, FileKind Kind)[] Open =
    [
        ("application/vnd.oasis.opendocument.text", new("application/vnd.oasis.opendocument.text", ".odt", "OpenDocument text")),
        ("application/vnd.oasis.opendocument.spreadsheet", new("application/vnd.oasis.opendocument.spreadsheet", ".ods", "OpenDocument table")),
        ("application/vnd.oasis.opendocument.presentation", new("application/vnd.oasis.opendocument.presentation", ".odp", "OpenDocument presentation")),
    ];

    private const int MaxParts = 5_000;
    private const long MaxUnpacked = 500_000_000;

    /// <summary>Null for anything that is not plainly one of the kinds taken.</summary>
    public static FileKind? Of(byte[] content)
    {
        var start = content.AsSpan();
        if (start.StartsWith("%PDF-"u8)) return Pdf;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a])) return Png;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return Jpeg;
        if (start.StartsWith("PK\x03\x04"u8)) return Packed(content);
        return IsText(content) ? Text : null;
    }

    /// <summary>The same; text under the name of a table is a table. Nothing else of a name is believed.</summary>
    public static FileKind? Of(byte[] content, string name) => Of(content) is { } kind ? kind == Text && name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Csv : kind : null;

    // Only the directory and one short part are read and nothing is unpacked, so a bomb cannot go off here; one that says so is refused all the same.
    private static FileKind? Packed(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxParts || zip.Entries.Sum(part => part.Length) > MaxUnpacked) return null;
            if (zip.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            if (zip.Entries.Any(part => part.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))) return null;
            return Office.FirstOrDefault(office => zip.GetEntry(office.Part) is not null).Kind ?? (zip.GetEntry("mimetype") is { Length: < 100 } says ? Opened(says) : null);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileKind? Opened(ZipArchiveEntry says)
    {
        using var reader = new StreamReader(says.Open());
        var said = reader.ReadToEnd().Trim();
        return Open.FirstOrDefault(o => o.Says == said).Kind;
    }

    private static bool IsText(byte[] content)
    {
        if (content.Length == 0) return false;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            return !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
