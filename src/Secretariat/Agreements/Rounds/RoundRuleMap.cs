using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Agreements.Rounds;

public sealed class RoundRuleMap : IEntityTypeConfiguration<RoundRule>
{
    public void Configure(EntityTypeBuilder<RoundRule> rule)
    {
        rule.ToTable("round_rule");
        rule.Property(r => r.Code).HasMaxLength(40);
        rule.Property(r => r.Name).HasMaxLength(100);
        rule.Ignore(r => r.Terms);
        rule.HasIndex(r => r.Code).IsUnique();
    }
}
