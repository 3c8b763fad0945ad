using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Secretariat.Platform.Files;

/// <summary>The words of a file, where they can be read without much: plain text, tables as CSV, Word and OpenDocument. Null for others, such as PDF.</summary>
public static class WordsInFile
{
    private const int Most = 4_000_000;

    public static string? Of(byte[] content, string type) => type switch
    {
        _ when type.StartsWith("text/", StringComparison.Ordinal) => Encoding.UTF8.GetString(content),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Part(content, "word/document.xml"),
        "application/vnd.oasis.opendocument.text" => Part(content, "content.xml"),
        _ => null,
    };

    private static string? Part(byte[] content, string name)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.GetEntry(name) is not { } part) return null;
            using var stream = part.Open();
            // It is read in steps and left off when it is too long, whatever its directory says of its length.
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 10L * Most });
            // What was struck out still stands in the file, in the middle of what is read: it is given once more, with the rest around it.
            var (words, struckOut, within) = (new StringBuilder(), new StringBuilder(), "");
            while (struckOut.Length < Most && xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element) within = xml.LocalName;
                else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" or "h" }) Add("\n", seen: true);
                else if (within != "instrText" && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) Add(xml.Value, within != "delText");
            }
            return words.Length == struckOut.Length ? words.ToString() : $"{words}\n{struckOut}";

            void Add(string what, bool seen)
            {
                struckOut.Append(what);
                if (seen) words.Append(what);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException)
        {
            return null;
        }
    }
}
