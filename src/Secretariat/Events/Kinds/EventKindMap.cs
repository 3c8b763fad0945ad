using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Events.Kinds;

public sealed class EventKindMap : IEntityTypeConfiguration<EventKind>
{
    public void Configure(EntityTypeBuilder<EventKind> kind)
    {
        kind.ToTable("event_kind");
        kind.Property(k => k.Code).HasMaxLength(40);
        kind.Property(k => k.Name).HasMaxLength(EventKind.MaxName);
        kind.Property(k => k.Counts).HasMaxLength(80);
        kind.Property(k => k.Audience).HasMaxLength(500);
        kind.Property(k => k.NamedBy).HasMaxLength(200);
        kind.HasIndex(k => k.Code).IsUnique();
    }
}
