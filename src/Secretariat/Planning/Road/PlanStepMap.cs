using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Planning.Road;

public sealed class PlanStepMap : IEntityTypeConfiguration<PlanStep>, IEntityTypeConfiguration<BesideConfirmation>
{
    public void Configure(EntityTypeBuilder<PlanStep> step)
    {
        step.ToTable("plan_step");
        step.Property(s => s.Code).HasMaxLength(40);
        step.Property(s => s.Title).HasMaxLength(200);
        step.Property(s => s.Rule).HasMaxLength(40);
        step.Property(s => s.Evidence).HasMaxLength(WebAddress.MaxLength);
        step.Property(s => s.TakenByName).HasMaxLength(200);
        step.HasOne<Plan>().WithMany().HasForeignKey(s => s.Plan).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.Plan, s.Code }).IsUnique();
        step.HasIndex(s => s.TakenBy);
    }

    public void Configure(EntityTypeBuilder<BesideConfirmation> confirmation)
    {
        confirmation.ToTable("beside_confirmation");
        confirmation.Ignore(c => c.Amount);
        confirmation.Property(c => c.Evidence).HasMaxLength(BesideConfirmation.MaxEvidence);
        confirmation.Property(c => c.Link).HasMaxLength(WebAddress.MaxLength);
        confirmation.Property(c => c.EnteredByName).HasMaxLength(200);
        confirmation.HasOne<PlanStep>().WithMany().HasForeignKey(c => c.Step).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasIndex(c => new { c.Step, c.Organisation }).IsUnique();
        confirmation.HasIndex(c => c.EnteredBy);
    }
}
