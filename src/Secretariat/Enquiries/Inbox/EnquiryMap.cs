using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Enquiries.Inbox;

public sealed class EnquiryMap : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> enquiry)
    {
        enquiry.ToTable("enquiry");
        foreach (var computed in new[] { nameof(Enquiry.IsOpen), nameof(Enquiry.CanBeWrittenTo), nameof(Enquiry.Area) }) enquiry.Ignore(computed);
        enquiry.Property(e => e.Reference).HasMaxLength(9);
        enquiry.Property(e => e.Name).HasMaxLength(Enquiry.MaxName);
        enquiry.Property(e => e.Email).HasMaxLength(254);
        enquiry.Property(e => e.EmailKey).HasMaxLength(340);
        enquiry.Property(e => e.Phone).HasMaxLength(Enquiry.MaxPhone);
        enquiry.Property(e => e.Body).HasMaxLength(Enquiry.MaxBody);
        enquiry.Property(e => e.Postcode).HasMaxLength(Enquiry.MaxPostcode);
        enquiry.Property(e => e.Theme).HasMaxLength(40);
        enquiry.Property(e => e.Subject).HasMaxLength(Enquiry.MaxSubject);
        enquiry.Property(e => e.FormKey).HasMaxLength(64);
        enquiry.HasIndex(e => e.Reference).IsUnique();
        enquiry.HasIndex(e => e.FormKey).IsUnique();
        enquiry.HasIndex(e => e.CountedAt);
        enquiry.HasIndex(e => new { e.State, e.Due, e.Id });
        enquiry.HasIndex(e => new { e.ClosedAt, e.Id });
        enquiry.HasIndex(e => e.EmailKey);
    }
}
