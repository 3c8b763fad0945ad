using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Mailing;

/// <summary>A letter that came in and could not be read. It stays in its IMAP folder, flagged; staff see that it is there.</summary>
public sealed class SetAsideMail : INotAudited, IHoldsPersonalData
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required string From { get; init; }
    public required string Subject { get; init; }
    public required string Why { get; init; }
}

public sealed class SetAsideMailMap : IEntityTypeConfiguration<SetAsideMail>
{
    public void Configure(EntityTypeBuilder<SetAsideMail> mail)
    {
        mail.ToTable("set_aside_mail");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.From).HasMaxLength(340);
        mail.Property(m => m.Subject).HasMaxLength(300);
        mail.HasIndex(m => m.At);
    }
}
