using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Publishing.Bulletins;

public sealed class EditionMap : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("edition");
        edition.Property(e => e.Subject).HasMaxLength(Edition.MaxSubject);
        edition.Property(e => e.ApprovedHash).HasMaxLength(64);
        edition.Property(e => e.ApprovedBy).HasMaxLength(200);
        edition.Ignore(e => e.Name);
        edition.Ignore(e => e.Word);
        edition.Ignore(e => e.Path);
        edition.Ignore(e => e.MayChange);
        // A cancelled bulletin gives its number back.
        edition.HasIndex(e => new { e.Kind, e.Year, e.Number }).IsUnique().HasFilter("\"State\" <> 'Cancelled'");
        edition.HasIndex(e => e.State);
        edition.HasIndex(e => e.Approver);
    }
}
