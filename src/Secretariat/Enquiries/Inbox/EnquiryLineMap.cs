using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Enquiries.Inbox;

public sealed class EnquiryLineMap : IEntityTypeConfiguration<EnquiryLine>
{
    public void Configure(EntityTypeBuilder<EnquiryLine> line)
    {
        line.ToTable("enquiry_line");
        line.Property(l => l.By).HasMaxLength(300);
        line.Property(l => l.ReplyTo).HasMaxLength(254);
        line.Property(l => l.MessageKey).HasMaxLength(64);
        line.HasOne<Enquiry>().WithMany().HasForeignKey(l => l.Enquiry).OnDelete(DeleteBehavior.Cascade);
        line.HasIndex(l => new { l.Enquiry, l.At });
        line.HasIndex(l => l.MessageKey).IsUnique();
        line.HasIndex(l => l.Author);
    }
}
