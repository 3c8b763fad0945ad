using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Groupings;

namespace Secretariat.Agreements.Decisions;

public sealed class DecisionMap : IEntityTypeConfiguration<DecisionHand>
{
    public void Configure(EntityTypeBuilder<DecisionHand> hand)
    {
        hand.ToTable("decision_hand");
        hand.Property(h => h.Code).HasMaxLength(40);
        hand.Property(h => h.Seat).HasMaxLength(200);
        hand.Property(h => h.Name).HasMaxLength(200);
        hand.Property(h => h.ChairOf).HasMaxLength(200);
        hand.HasOne<Grouping>().WithMany().HasForeignKey(h => h.Grouping).OnDelete(DeleteBehavior.Restrict);
        hand.HasIndex(h => new { h.Decision, h.Code }).IsUnique();
        hand.HasIndex(h => h.Person);
    }
}
