using System.IO.Compression;

namespace Secretariat.Platform.Files;

/// <summary>
/// Files that are programs, or carry one. This is no virus scanner: it refuses what no publication needs, by what stands open in
/// the file.
/// </summary>
public static class Harm
{
    private static readonly string[] Programs = [".exe", ".dll", ".scr", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jse", ".wsf", ".hta", ".lnk", ".msi", ".jar", ".sh"];

    /// <summary>A sentence for whoever sent it; null when nothing was seen.</summary>
    public static string? In(byte[] content)
    {
        var start = content.AsSpan();
        if (start.StartsWith("MZ"u8) || start.StartsWith("\x7f\x45LF"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xed, 0xfa]) || start.StartsWith((ReadOnlySpan<byte>)[0xcf, 0xfa, 0xed, 0xfe]))
            return "This file is a program, whatever its name says. Send the document itself.";
        if (start.StartsWith("#!"u8) || start.StartsWith("@echo"u8)) return "This file is a list of commands for a computer, and not a text. Send the document itself.";
        // The string by which virus scanners are tried out.
        if (start[..Math.Min(start.Length, 256)].IndexOf("EICAR-STANDARD-ANTIVIRUS"u8) >= 0) return "This file looks like a virus. Nothing of it was kept.";
        if (start.StartsWith("%PDF-"u8) && (Has(start, "/Launch"u8) || Has(start, "/JavaScript"u8)))
            return "This PDF carries a program that would run when it is opened. Print it into a new PDF, and send that.";
        return start.StartsWith("PK\x03\x04"u8) && Packs(content) ? "There is a program inside this file. Take it out, and send the file again." : null;
    }

    // A name ends where no letter follows: "/JSON" is another.
    private static bool Has(ReadOnlySpan<byte> content, ReadOnlySpan<byte> name)
    {
        for (var at = content.IndexOf(name); at >= 0;)
        {
            var after = at + name.Length;
            if (after >= content.Length || !char.IsAsciiLetterOrDigit((char)content[after])) return true;
            var next = content[after..].IndexOf(name);
            at = next < 0 ? -1 : after + next;
        }
        return false;
    }

    private static bool Packs(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return zip.Entries.Any(part => Programs.Contains(Path.GetExtension(part.FullName).ToLowerInvariant()));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
