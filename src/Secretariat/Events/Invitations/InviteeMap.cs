using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Events.Diary;

namespace Secretariat.Events.Invitations;

public sealed class InviteeMap : IEntityTypeConfiguration<Invitee>
{
    public void Configure(EntityTypeBuilder<Invitee> invitee)
    {
        invitee.ToTable("event_invitee");
        invitee.Ignore(i => i.TakesPlace);
        invitee.Ignore(i => i.WasThere);
        invitee.Property(i => i.Name).HasMaxLength(200);
        invitee.Property(i => i.Role).HasMaxLength(300);
        invitee.Property(i => i.Reason).HasMaxLength(300);
        invitee.Property(i => i.LeftOut).HasMaxLength(300);
        invitee.Property(i => i.Through).HasMaxLength(200);
        invitee.Property(i => i.DeputyName).HasMaxLength(200);
        invitee.Property(i => i.DeputyEmail).HasMaxLength(254);
        invitee.Property(i => i.DeputyKey).HasMaxLength(254);
        invitee.Property(i => i.DeputyRole).HasMaxLength(200);
        invitee.HasOne<Event>().WithMany().HasForeignKey(i => i.Event).OnDelete(DeleteBehavior.Restrict);
        invitee.HasIndex(i => new { i.Event, i.Person }).IsUnique();
        invitee.HasOne<Conference.Ticket>().WithMany().HasForeignKey(i => i.Ticket).OnDelete(DeleteBehavior.Restrict);
        invitee.HasIndex(i => i.Ticket).IsUnique();
        invitee.HasIndex(i => i.Person);
        invitee.HasIndex(i => i.ThroughPerson);
    }
}
