using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Events.Kinds;
using Secretariat.Planning.Calendar;

namespace Secretariat.Events.Diary;

public sealed class EventMap : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> held)
    {
        held.ToTable("event");
        foreach (var computed in new[] { nameof(Event.When), nameof(Event.IsOpen), nameof(Event.IsPublic), nameof(Event.Code), nameof(Event.Cost) }) held.Ignore(computed);
        held.Property(e => e.Title).HasMaxLength(Event.MaxTitle);
        held.Property(e => e.Slug).HasMaxLength(120);
        held.Property(e => e.Place).HasMaxLength(Event.MaxPlace);
        held.Property(e => e.Zone).HasMaxLength(64);
        held.Property(e => e.About).HasMaxLength(Event.MaxAbout);
        foreach (var text in new[] { nameof(Event.Topic), nameof(Event.Partner), nameof(Event.DirectedBy), nameof(Event.CoveredBy), nameof(Event.PermittedBy) }) held.Property(text).HasMaxLength(Event.MaxShort);
        held.Property(e => e.CancelledBecause).HasMaxLength(Event.MaxReason);
        held.HasOne<EventKind>().WithMany().HasForeignKey(e => e.Kind).OnDelete(DeleteBehavior.Restrict);
        // The calendar may be drawn again and drop the date; the event stays.
        held.HasOne<PlannedDate>().WithMany().HasForeignKey(e => e.Planned).OnDelete(DeleteBehavior.SetNull);
        held.HasIndex(e => e.Slug).IsUnique();
        held.HasIndex(e => new { e.Day, e.Id });
        held.HasIndex(e => e.Planned);
    }
}
