using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Platform.Auditing;

public sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entry");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.ByName).HasMaxLength(200);
        entry.Property(e => e.RecordType).HasMaxLength(100);
        entry.Property(e => e.Verb).HasMaxLength(200);
        entry.HasIndex(e => new { e.RecordType, e.RecordId, e.Id });
        entry.HasIndex(e => e.ByPerson);
        entry.HasIndex(e => e.Position).IsUnique();
    }
}
