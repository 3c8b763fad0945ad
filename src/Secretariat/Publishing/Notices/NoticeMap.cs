using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Publishing.Notices;

public sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notice");
        notice.Ignore(n => n.IsAsSent);
        notice.Ignore(n => n.IsSent);
        notice.Property(n => n.Subject).HasMaxLength(Notice.MaxSubject);
        notice.Property(n => n.Audience).HasMaxLength(40);
        notice.Property(n => n.AudienceName).HasMaxLength(Members.Audiences.Audience.MaxName);
        notice.Property(n => n.Theme).HasMaxLength(80);
        notice.Property(n => n.WriterName).HasMaxLength(200);
        notice.Property(n => n.SenderName).HasMaxLength(200);
        notice.Property(n => n.SentHash).HasMaxLength(64);
        notice.HasIndex(n => n.SentAt);
        notice.HasIndex(n => n.Writer);
        notice.HasIndex(n => n.Sender);
    }
}
