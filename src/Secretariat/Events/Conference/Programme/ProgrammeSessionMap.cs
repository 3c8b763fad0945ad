using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Events.Diary;

namespace Secretariat.Events.Conference.Programme;

public sealed class ProgrammeSessionMap : IEntityTypeConfiguration<ProgrammeSession>
{
    public void Configure(EntityTypeBuilder<ProgrammeSession> session)
    {
        session.ToTable("event_session");
        session.Ignore(s => s.Hours);
        session.Ignore(s => s.Names);
        session.Property(s => s.Title).HasMaxLength(ProgrammeSession.MaxTitle);
        session.Property(s => s.PermittedBy).HasMaxLength(ProgrammeSession.MaxSpeaker);
        session.Property(s => s.Room).HasMaxLength(ProgrammeSession.MaxRoom);
        session.Property(s => s.About).HasMaxLength(ProgrammeSession.MaxAbout);
        session.HasOne<Event>().WithMany().HasForeignKey(s => s.Event).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => new { s.Event, s.Starts });
    }
}
