using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;

namespace Secretariat.Events.Conference;

public sealed class TicketingMap : IEntityTypeConfiguration<Ticketing>
{
    public void Configure(EntityTypeBuilder<Ticketing> ticketing)
    {
        // The last word on "never oversold" is the table's own.
        ticketing.ToTable("event_ticketing", t => t.HasCheckConstraint("CK_event_ticketing_never_oversold", "\"Taken\" <= \"Places\" AND \"Share\" <= \"Taken\" AND \"ShareUsed\" <= \"Share\" AND \"ShareUsed\" >= 0 AND \"Share\" >= 0"));
        ticketing.Ignore(t => t.Free);
        ticketing.Ignore(t => t.ShareFree);
        ticketing.HasOne<Event>().WithMany().HasForeignKey(t => t.Event).OnDelete(DeleteBehavior.Restrict);
        ticketing.HasIndex(t => t.Event).IsUnique();
    }
}

public sealed class AllocationMap : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.ToTable("event_allocation", t => t.HasCheckConstraint("CK_event_allocation_held", "\"GivenBack\" + \"TakenBack\" <= \"Offered\""));
        allocation.Ignore(a => a.Held);
        allocation.HasOne<Event>().WithMany().HasForeignKey(a => a.Event).OnDelete(DeleteBehavior.Restrict);
        allocation.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Restrict);
        allocation.HasIndex(a => new { a.Event, a.Organisation }).IsUnique();
    }
}

public sealed class TicketMap : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("event_ticket");
        ticket.Ignore(t => t.IsValid);
        ticket.Property(t => t.Name).HasMaxLength(Ticket.MaxName);
        ticket.Property(t => t.Email).HasMaxLength(254);
        ticket.Property(t => t.EmailKey).HasMaxLength(254);
        ticket.Property(t => t.HolderKey).HasMaxLength(254);
        ticket.Property(t => t.Role).HasMaxLength(Ticket.MaxRole);
        ticket.Property(t => t.Needs).HasMaxLength(Ticket.MaxNeeds);
        ticket.Property(t => t.Code).HasMaxLength(Ticket.CodeLength);
        ticket.Property(t => t.Through).HasMaxLength(200);
        ticket.HasOne<Event>().WithMany().HasForeignKey(t => t.Event).OnDelete(DeleteBehavior.Restrict);
        ticket.HasOne<Allocation>().WithMany().HasForeignKey(t => t.Allocation).OnDelete(DeleteBehavior.Restrict);
        ticket.HasIndex(t => t.Code).IsUnique();
        ticket.HasIndex(t => new { t.Event, t.HolderKey }).IsUnique();
        ticket.HasIndex(t => t.Person);
        ticket.HasIndex(t => t.EmailKey);
    }
}

public sealed class WaitingMap : IEntityTypeConfiguration<Waiting>
{
    public void Configure(EntityTypeBuilder<Waiting> waiting)
    {
        waiting.ToTable("event_waiting");
        waiting.Ignore(w => w.IsOpen);
        waiting.Ignore(w => w.Holder);
        waiting.Property(w => w.Name).HasMaxLength(Ticket.MaxName);
        waiting.Property(w => w.Email).HasMaxLength(254);
        waiting.Property(w => w.EmailKey).HasMaxLength(254);
        waiting.Property(w => w.OpenKey).HasMaxLength(254);
        waiting.Property(w => w.Role).HasMaxLength(Ticket.MaxRole);
        waiting.Property(w => w.Needs).HasMaxLength(Ticket.MaxNeeds);
        waiting.HasOne<Event>().WithMany().HasForeignKey(w => w.Event).OnDelete(DeleteBehavior.Restrict);
        waiting.HasIndex(w => new { w.Event, w.Number }).IsUnique();
        waiting.HasIndex(w => new { w.Event, w.OpenKey }).IsUnique();
        waiting.HasIndex(w => w.Person);
        waiting.HasIndex(w => w.EmailKey);
    }
}
