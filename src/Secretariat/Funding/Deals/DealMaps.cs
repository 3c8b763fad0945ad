using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Funding.Deals;

public sealed class DealMaps : IEntityTypeConfiguration<Deal>, IEntityTypeConfiguration<DealMove>, IEntityTypeConfiguration<Benefit>
{
    public void Configure(EntityTypeBuilder<Deal> deal)
    {
        deal.ToTable("deal");
        deal.Ignore(d => d.Counts);
        deal.Ignore(d => d.IsOpen);
        deal.Property(d => d.Title).HasMaxLength(Deal.MaxTitle);
        deal.Property(d => d.NextStep).HasMaxLength(Deal.MaxNext);
        deal.Property(d => d.Notes).HasMaxLength(Deal.MaxNotes);
        deal.Property(d => d.LostBecause).HasMaxLength(Deal.MaxWhy);
        deal.HasOne<Organisation>().WithMany().HasForeignKey(d => d.Organisation).OnDelete(DeleteBehavior.Restrict);
        deal.HasIndex(d => d.Organisation);
        deal.HasIndex(d => d.Owner);
        deal.HasIndex(d => d.Event);
        deal.HasIndex(d => d.NextOn);
    }

    public void Configure(EntityTypeBuilder<DealMove> move)
    {
        move.ToTable("deal_move");
        move.Ignore(m => m.Words);
        // Two amounts in words and why it changed.
        move.Property(m => m.Why).HasMaxLength(Deal.MaxWhy + 100);
        move.Property(m => m.ByName).HasMaxLength(200);
        move.HasOne<Deal>().WithMany().HasForeignKey(m => m.Deal).OnDelete(DeleteBehavior.Cascade);
        move.HasIndex(m => new { m.Deal, m.At });
    }

    public void Configure(EntityTypeBuilder<Benefit> benefit)
    {
        benefit.ToTable("benefit");
        benefit.Ignore(b => b.IsByHand);
        benefit.Property(b => b.What).HasMaxLength(Benefit.MaxWhat);
        benefit.Property(b => b.ProofKind).HasMaxLength(40);
        benefit.Property(b => b.HandWords).HasMaxLength(Benefit.MaxWords);
        benefit.Property(b => b.Link).HasMaxLength(Planning.WebAddress.MaxLength);
        benefit.Property(b => b.FileHash).HasMaxLength(64);
        benefit.Property(b => b.FileName).HasMaxLength(200);
        benefit.Property(b => b.FileType).HasMaxLength(100);
        benefit.Property(b => b.EnteredByName).HasMaxLength(200);
        benefit.HasOne<Deal>().WithMany().HasForeignKey(b => b.Deal).OnDelete(DeleteBehavior.Cascade);
        benefit.HasIndex(b => new { b.Deal, b.Due });
    }
}
