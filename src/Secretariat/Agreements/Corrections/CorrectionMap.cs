using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Agreements.Rounds;

namespace Secretariat.Agreements.Corrections;

public sealed class CorrectionMap : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("round_correction");
        correction.Property(c => c.Subject).HasMaxLength(RoundText.MaxSubject);
        correction.Property(c => c.Hash).HasMaxLength(64);
        correction.Property(c => c.Why).HasMaxLength(Correction.MaxWhy);
        foreach (var name in new[] { nameof(Correction.ProposedByName), nameof(Correction.FirstName), nameof(Correction.SecondName), nameof(Correction.ObjectedFor), nameof(Correction.ObjectedByName), nameof(Correction.ObjectedThrough) })
            correction.Property(name).HasMaxLength(200);
        correction.Ignore(c => c.Text);
        correction.Ignore(c => c.IsUnderWay);
        correction.HasOne<Round>().WithMany().HasForeignKey(c => c.Round).OnDelete(DeleteBehavior.Restrict);
        correction.HasOne<Elector>().WithMany().HasForeignKey(c => c.Elector).OnDelete(DeleteBehavior.Restrict);
        correction.HasIndex(c => c.Round);
        // Of two windows that propose at once, one is told that another is under way.
        correction.HasIndex(c => c.Round, "IX_round_correction_under_way").IsUnique().HasFilter("\"State\" IN ('Proposed', 'GoneRound')");
        correction.HasIndex(c => c.ObjectUntil);
        correction.HasIndex(c => c.ProposedBy);
        correction.HasIndex(c => c.FirstBy);
        correction.HasIndex(c => c.SecondBy);
        correction.HasIndex(c => c.ObjectedBy);
    }
}
