using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Organisations;

namespace Secretariat.Enquiries.Handovers;

public sealed class HandoverMap : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.ToTable("enquiry_handover");
        handover.Ignore(h => h.IsRunning);
        handover.Ignore(h => h.CanBeSettled);
        handover.Property(h => h.Name).HasMaxLength(200);
        handover.Property(h => h.SettledBy).HasMaxLength(300);
        handover.Property(h => h.Note).HasMaxLength(Handover.MaxNote);
        handover.Property(h => h.Reason).HasMaxLength(Handover.MaxReason);
        handover.HasOne<Enquiry>().WithMany().HasForeignKey(h => h.Enquiry).OnDelete(DeleteBehavior.Cascade);
        handover.HasOne<Organisation>().WithMany().HasForeignKey(h => h.Member).OnDelete(DeleteBehavior.Restrict);
        handover.HasIndex(h => new { h.State, h.Due });
        handover.HasIndex(h => h.Person);
        handover.HasIndex(h => h.Settler);
    }
}
