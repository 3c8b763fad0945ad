using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Events.Diary;

namespace Secretariat.Events.Minutes;

public sealed class EventActionMap : IEntityTypeConfiguration<EventAction>
{
    public void Configure(EntityTypeBuilder<EventAction> action)
    {
        action.ToTable("event_action");
        action.Ignore(a => a.IsOpen);
        action.Property(a => a.Name).HasMaxLength(200);
        action.Property(a => a.What).HasMaxLength(EventAction.MaxWhat);
        action.Property(a => a.Because).HasMaxLength(EventAction.MaxWhat);
        action.Property(a => a.Outcome).HasMaxLength(EventAction.MaxWhat);
        action.HasOne<Event>().WithMany().HasForeignKey(a => a.Event).OnDelete(DeleteBehavior.Restrict);
        action.HasIndex(a => a.Event);
        action.HasIndex(a => a.Person);
    }
}
