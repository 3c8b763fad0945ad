using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Planning.Calendar;

public sealed class CalendarMap : IEntityTypeConfiguration<PlannedDate>, IEntityTypeConfiguration<BankHoliday>
{
    public void Configure(EntityTypeBuilder<PlannedDate> date)
    {
        date.ToTable("planned_date");
        date.Ignore(d => d.ByHand);
        date.Property(d => d.Why).HasMaxLength(500);
        date.HasOne<Outcome>().WithMany().HasForeignKey(d => d.Outcome).OnDelete(DeleteBehavior.Restrict);
        date.HasIndex(d => new { d.Outcome, d.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BankHoliday> holiday)
    {
        holiday.ToTable("bank_holiday");
        holiday.Property(h => h.Name).HasMaxLength(100);
        holiday.HasIndex(h => h.Date).IsUnique();
    }
}
