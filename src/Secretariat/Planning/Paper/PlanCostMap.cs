using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Planning.Paper;

public sealed class PlanCostMap : IEntityTypeConfiguration<PlanCost>
{
    public void Configure(EntityTypeBuilder<PlanCost> cost)
    {
        cost.ToTable("plan_cost");
        cost.Property(c => c.Code).HasMaxLength(40);
        cost.Property(c => c.Heading).HasMaxLength(40);
        cost.Property(c => c.Name).HasMaxLength(200);
        cost.HasOne<Plan>().WithMany().HasForeignKey(c => c.Plan).OnDelete(DeleteBehavior.Restrict);
        cost.HasIndex(c => new { c.Plan, c.Code }).IsUnique();
    }
}
