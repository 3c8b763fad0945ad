using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Mailing;

/// <summary>A letter in the built-in mailbox, exactly as it would have left.</summary>
public sealed class MailboxLetter : INotAudited, IHoldsPersonalData
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid Delivery { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Its whole source, compressed: a year of letters is some hundred megabytes otherwise.</summary>
    public required byte[] Source { get; init; }

    public static byte[] Compress(ReadOnlySpan<byte> source)
    {
        using var to = new MemoryStream(source.Length / 3);
        using (var brotli = new BrotliStream(to, CompressionLevel.Fastest)) brotli.Write(source);
        return to.ToArray();
    }

    public byte[] Read()
    {
        using var brotli = new BrotliStream(new MemoryStream(Source), CompressionMode.Decompress);
        using var to = new MemoryStream();
        brotli.CopyTo(to);
        return to.ToArray();
    }
}

public sealed class MailboxLetterMap : IEntityTypeConfiguration<MailboxLetter>
{
    public void Configure(EntityTypeBuilder<MailboxLetter> letter)
    {
        letter.ToTable("mailbox_letter");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.To).HasMaxLength(340);
        letter.HasIndex(l => new { l.At, l.Id });
        letter.HasIndex(l => l.To);
        letter.HasIndex(l => l.Delivery);
    }
}
