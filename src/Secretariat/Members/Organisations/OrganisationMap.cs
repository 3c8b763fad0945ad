using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Members.Organisations;

public sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("organisation");
        organisation.Property(o => o.Code).HasMaxLength(40);
        organisation.Property(o => o.Name).HasMaxLength(200);
        organisation.Property(o => o.ShortName).HasMaxLength(100);
        organisation.Property(o => o.SortName).HasMaxLength(200);
        organisation.Property(o => o.TileLabel).HasMaxLength(5);
        organisation.Property(o => o.Website).HasMaxLength(300);
        organisation.Property(o => o.Region).HasMaxLength(100);
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.Parent).OnDelete(DeleteBehavior.Restrict);
        organisation.Ignore(o => o.IsMember);
        organisation.HasIndex(o => o.Code).IsUnique();
        organisation.HasIndex(o => new { o.Kind, o.SortName, o.Id });
    }
}
