using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Planning.Road;

public sealed class PlanStepMap : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> step)
    {
        step.ToTable("plan_step");
        step.Property(s => s.Code).HasMaxLength(40);
        step.Property(s => s.Title).HasMaxLength(200);
        step.Property(s => s.Evidence).HasMaxLength(WebAddress.MaxLength);
        step.HasOne<Plan>().WithMany().HasForeignKey(s => s.Plan).OnDelete(DeleteBehavior.Restrict);
        step.HasIndex(s => new { s.Plan, s.Code }).IsUnique();
    }
}
