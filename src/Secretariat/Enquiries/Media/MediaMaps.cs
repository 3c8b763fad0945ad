using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Enquiries.Inbox;

namespace Secretariat.Enquiries.Media;

public sealed class MediaMaps : IEntityTypeConfiguration<MediaRequest>, IEntityTypeConfiguration<MediaCall>, IEntityTypeConfiguration<SpeaksOn>
{
    public void Configure(EntityTypeBuilder<MediaRequest> request)
    {
        request.ToTable("media_request");
        request.Ignore(r => r.IsOpen);
        request.Property(r => r.Outlet).HasMaxLength(MediaRequest.MaxShort);
        request.Property(r => r.Journalist).HasMaxLength(MediaRequest.MaxShort);
        request.Property(r => r.Phone).HasMaxLength(Enquiry.MaxPhone);
        request.Property(r => r.Email).HasMaxLength(254);
        request.Property(r => r.EmailKey).HasMaxLength(340);
        request.Property(r => r.Topic).HasMaxLength(MediaRequest.MaxTopic);
        request.Property(r => r.Theme).HasMaxLength(40);
        request.Property(r => r.Place).HasMaxLength(Enquiry.MaxPostcode);
        request.Property(r => r.Spoke).HasMaxLength(MediaRequest.MaxShort);
        request.Property(r => r.Source).HasMaxLength(MediaRequest.MaxSource);
        request.HasIndex(r => new { r.ReceivedAt, r.Id });
        request.HasIndex(r => r.ClosedAt);
        request.HasIndex(r => r.EmailKey);
        request.HasIndex(r => r.Speaker);
        request.HasIndex(r => r.Member);
    }

    public void Configure(EntityTypeBuilder<MediaCall> call)
    {
        call.ToTable("media_call");
        call.Property(c => c.Name).HasMaxLength(200);
        call.Property(c => c.By).HasMaxLength(200);
        call.HasOne<MediaRequest>().WithMany().HasForeignKey(c => c.Request).OnDelete(DeleteBehavior.Cascade);
        call.HasIndex(c => c.Person);
        call.HasIndex(c => c.Member);
    }

    public void Configure(EntityTypeBuilder<SpeaksOn> speaks)
    {
        speaks.ToTable("speaks_on");
        speaks.Property(s => s.RecordedBy).HasMaxLength(200);
        speaks.HasIndex(s => s.Person).IsUnique();
    }
}
