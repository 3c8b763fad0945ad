using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Publishing.Publications;

public sealed class PublicationMap : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publication");
        publication.Ignore(p => p.Path);
        publication.Property(p => p.Slug).HasMaxLength(Publication.MaxSlug);
        publication.Property(p => p.Title).HasMaxLength(Publication.MaxTitle);
        publication.Property(p => p.Summary).HasMaxLength(Publication.MaxSummary);
        publication.Property(p => p.Theme).HasMaxLength(40);
        publication.Property(p => p.FiguresSource).HasMaxLength(400);
        publication.Property(p => p.PermittedBy).HasMaxLength(200);
        publication.Property(p => p.FileHash).HasMaxLength(64);
        publication.Property(p => p.FileName).HasMaxLength(140);
        publication.Property(p => p.FileType).HasMaxLength(100);
        publication.Property(p => p.FileKind).HasMaxLength(40);
        publication.Property(p => p.ApprovedBy).HasMaxLength(200);
        publication.Property(p => p.TakenOffWhy).HasMaxLength(Publication.MaxWhy);
        publication.HasIndex(p => p.Slug).IsUnique();
        publication.HasIndex(p => new { p.State, p.Date });
        publication.HasIndex(p => p.Approver);
    }
}
