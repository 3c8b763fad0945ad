using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Packs;

/// <summary>
/// What the pack said of one record when it was last loaded. A field that still says so has not been touched here and
/// follows the pack; any other is somebody's change and stays. Hashes are enough for that, and nobody can be read from them.
/// </summary>
public sealed class PackValue : INotAudited
{
    public required string Kind { get; init; }

    /// <summary>Hash of the record's key in the pack, which may be a person's name.</summary>
    public required string Key { get; init; }

    /// <summary>The record it became; when that is gone, somebody removed it here and the pack does not bring it back.</summary>
    public Guid Record { get; set; }

    /// <summary>field=hash, one a line.</summary>
    public string Fields { get; set; } = "";

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}

public sealed class PackValueMap : IEntityTypeConfiguration<PackValue>
{
    public void Configure(EntityTypeBuilder<PackValue> value)
    {
        value.ToTable("pack_value");
        value.HasKey(v => new { v.Kind, v.Key });
        value.Property(v => v.Kind).HasMaxLength(40);
        value.Property(v => v.Key).HasMaxLength(24);
    }
}
