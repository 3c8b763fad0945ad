using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Funding.Budget;

public sealed class BudgetEntryMap : IEntityTypeConfiguration<BudgetEntry>
{
    public void Configure(EntityTypeBuilder<BudgetEntry> entry)
    {
        entry.ToTable("budget_entry");
        entry.Ignore(e => e.Stands);
        entry.Property(e => e.Words).HasMaxLength(BudgetEntry.MaxWords);
        entry.Property(e => e.Link).HasMaxLength(Planning.WebAddress.MaxLength);
        entry.Property(e => e.FileHash).HasMaxLength(64);
        entry.Property(e => e.FileName).HasMaxLength(200);
        entry.Property(e => e.FileType).HasMaxLength(100);
        entry.Property(e => e.EnteredByName).HasMaxLength(200);
        entry.HasOne<BudgetLine>().WithMany().HasForeignKey(e => e.Line).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Organisation>().WithMany().HasForeignKey(e => e.From).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.Line, e.On });
        entry.HasIndex(e => e.Event);
        // An entry is taken back once: the second of two presses finds the first.
        entry.HasIndex(e => e.Counters).IsUnique();
    }
}
