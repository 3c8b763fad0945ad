using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Funding.Budget;

public sealed class BudgetLineMap : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> line)
    {
        line.ToTable("budget_line");
        line.Property(l => l.Code).HasMaxLength(40);
        line.Property(l => l.Name).HasMaxLength(200);
        line.Ignore(l => l.IsIncome);
        line.HasOne<Organisation>().WithMany().HasForeignKey(l => l.Source).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => l.Code).IsUnique();
    }
}
