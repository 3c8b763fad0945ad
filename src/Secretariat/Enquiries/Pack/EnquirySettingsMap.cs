using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Enquiries.Pack;

public sealed class EnquirySettingsMap : IEntityTypeConfiguration<EnquirySettings>
{
    public void Configure(EntityTypeBuilder<EnquirySettings> settings)
    {
        settings.ToTable("enquiry_settings");
        settings.Property(s => s.Thanks).HasMaxLength(EnquirySettings.MaxThanks);
    }
}
