using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Publishing.Newsletters;

public sealed class SubscriberMap : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> subscriber)
    {
        subscriber.ToTable("subscriber");
        subscriber.Property(s => s.Email).HasMaxLength(254);
        subscriber.Property(s => s.EmailKey).HasMaxLength(320);
        subscriber.Property(s => s.Name).HasMaxLength(Subscriber.MaxName);
        subscriber.Property(s => s.Words).HasMaxLength(Subscriber.MaxWords);
        subscriber.HasIndex(s => s.EmailKey).IsUnique();
        subscriber.HasIndex(s => s.ConfirmedAt);
    }
}
