using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Members.Audiences;

public sealed class AudienceMap : IEntityTypeConfiguration<Audience>
{
    public void Configure(EntityTypeBuilder<Audience> audience)
    {
        audience.ToTable("audience");
        audience.Property(a => a.Code).HasMaxLength(40);
        audience.Property(a => a.Name).HasMaxLength(200);
        audience.Ignore(a => a.Lines);
        audience.HasIndex(a => a.Code).IsUnique();
    }
}
