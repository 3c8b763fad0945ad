using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Planning;

namespace Secretariat.Reporting.Operational;

public sealed class OperationalReportMap : IEntityTypeConfiguration<OperationalReport>
{
    public void Configure(EntityTypeBuilder<OperationalReport> report)
    {
        report.ToTable("operational_report");
        report.Ignore(r => r.Said);
        report.Ignore(r => r.Under);
        report.Property(r => r.Introduction).HasMaxLength(OperationalReport.MaxWords);
        report.Property(r => r.CorrectsWhy).HasMaxLength(OperationalReport.MaxWhy);
        report.Property(r => r.IssuerName).HasMaxLength(200);
        report.Property(r => r.IssuedHash).HasMaxLength(64);
        report.HasOne<Plan>().WithMany().HasForeignKey(r => r.Plan).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.Plan, r.Number, r.Issue }).IsUnique();
        report.HasIndex(r => r.IssuedAt);
        report.HasIndex(r => r.Issuer);
    }
}
