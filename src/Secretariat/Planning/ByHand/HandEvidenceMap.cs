using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Planning.ByHand;

public sealed class HandEvidenceMap : IEntityTypeConfiguration<HandEvidence>
{
    public void Configure(EntityTypeBuilder<HandEvidence> evidence)
    {
        evidence.ToTable("hand_evidence");
        evidence.Ignore(e => e.Counts);
        evidence.Property(e => e.Title).HasMaxLength(200);
        evidence.Property(e => e.Link).HasMaxLength(WebAddress.MaxLength);
        evidence.Property(e => e.FileHash).HasMaxLength(64);
        evidence.Property(e => e.FileName).HasMaxLength(200);
        evidence.Property(e => e.FileType).HasMaxLength(100);
        evidence.Property(e => e.EnteredByName).HasMaxLength(200);
        evidence.Property(e => e.TakenBack).HasMaxLength(500);
        evidence.HasOne<Outcome>().WithMany().HasForeignKey(e => e.Outcome).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => e.Outcome);
        evidence.HasIndex(e => e.EnteredBy);
    }
}
