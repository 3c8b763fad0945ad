using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;
using Secretariat.Planning;

namespace Secretariat.Funding.Income;

public sealed class CommitmentChangeMap : IEntityTypeConfiguration<CommitmentChange>
{
    public void Configure(EntityTypeBuilder<CommitmentChange> change)
    {
        change.ToTable("commitment_change");
        change.Ignore(c => c.Withdraws);
        change.Ignore(c => c.Words);
        change.Property(c => c.Why).HasMaxLength(CommitmentChange.MaxWhy);
        change.Property(c => c.Link).HasMaxLength(WebAddress.MaxLength);
        change.Property(c => c.EnteredByName).HasMaxLength(200);
        change.HasOne<Plan>().WithMany().HasForeignKey(c => c.Plan).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.Plan, c.Organisation });
    }
}
