using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Finding;

/// <summary>
/// One file of the pack that answers "whose is this place?", kept whole: it is read into memory at the start, never searched
/// in the database, and nobody edits it, so tens of thousands of audited rows would buy nothing.
/// </summary>
public sealed class FinderFile : INotAudited
{
    public const string Rules = "rules";
    public const string Places = "places";
    public const string Areas = "areas";

    private FinderFile() { }

    public FinderFile(string name, byte[] content)
    {
        Name = name;
        Replace(content);
    }

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the content, so that the same file twice changes nothing.</summary>
    public string Hash { get; private set; } = "";

    public byte[] Packed { get; private set; } = [];

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public void Replace(byte[] content)
    {
        Hash = HashOf(content);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(content);
        Packed = packed.ToArray();
    }

    public byte[] Content()
    {
        using var brotli = new BrotliStream(new MemoryStream(Packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        brotli.CopyTo(content);
        return content.ToArray();
    }
}

public sealed class FinderFileMap : IEntityTypeConfiguration<FinderFile>
{
    public void Configure(EntityTypeBuilder<FinderFile> file)
    {
        file.ToTable("finder_file");
        file.HasKey(f => f.Name);
        file.Property(f => f.Name).HasMaxLength(20);
        file.Property(f => f.Hash).HasMaxLength(64);
    }
}
