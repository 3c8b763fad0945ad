using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Influence.Consultations;

public sealed class ConsultationMaps : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.ToTable("consultation");
        consultation.Property(c => c.Title).HasMaxLength(Consultation.MaxTitle);
        consultation.Property(c => c.About).HasMaxLength(Consultation.MaxAbout);
        consultation.Property(c => c.Link).HasMaxLength(Consultation.MaxLink);
        consultation.Property(c => c.Theme).HasMaxLength(40);
        consultation.Property(c => c.DecidedBy).HasMaxLength(Consultation.MaxBy);
        consultation.Property(c => c.Why).HasMaxLength(Consultation.MaxWhy);
        consultation.Property(c => c.Subject).HasMaxLength(Consultation.MaxTitle);
        consultation.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
        consultation.HasIndex(c => new { c.Deadline, c.Id });
        consultation.HasIndex(c => c.Round);
    }

    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("submission");
        submission.Ignore(s => s.ByStaff);
        submission.Property(s => s.Title).HasMaxLength(Submission.MaxTitle);
        submission.Property(s => s.Link).HasMaxLength(Submission.MaxLink);
        submission.Property(s => s.By).HasMaxLength(200);
        submission.Property(s => s.Permitted).HasMaxLength(Submission.MaxPermitted);
        submission.Property(s => s.FileHash).HasMaxLength(64);
        submission.HasOne<Consultation>().WithMany().HasForeignKey(s => s.Consultation).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => s.Consultation);
        submission.HasIndex(s => s.Member);
        submission.HasIndex(s => s.Person);
    }
}
