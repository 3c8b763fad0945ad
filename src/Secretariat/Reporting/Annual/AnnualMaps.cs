using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;
using Secretariat.Planning;

namespace Secretariat.Reporting.Annual;

public sealed class AnnualMaps : IEntityTypeConfiguration<AnnualReport>, IEntityTypeConfiguration<MemberReturn>
{
    public void Configure(EntityTypeBuilder<AnnualReport> report)
    {
        report.ToTable("annual_report");
        report.Ignore(r => r.Path);
        report.Ignore(r => r.Approved);
        report.Property(r => r.Year).HasMaxLength(10);
        report.Property(r => r.Title).HasMaxLength(AnnualReport.MaxTitle);
        report.Property(r => r.Introduction).HasMaxLength(AnnualReport.MaxIntroduction);
        report.Property(r => r.Source).HasMaxLength(AnnualReport.MaxSource);
        report.Property(r => r.ApprovedHash).HasMaxLength(64);
        report.Property(r => r.ApprovedBy).HasMaxLength(200);
        report.Property(r => r.TakenOffWhy).HasMaxLength(AnnualReport.MaxWhy);
        report.HasOne<Plan>().WithMany().HasForeignKey(r => r.Plan).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => r.Plan).IsUnique();
        report.HasIndex(r => r.Year).IsUnique();
        report.HasIndex(r => r.Approver);
    }

    public void Configure(EntityTypeBuilder<MemberReturn> given)
    {
        given.ToTable("member_return");
        given.Ignore(r => r.Given);
        given.Property(r => r.Story).HasMaxLength(MemberReturn.MaxStory);
        given.Property(r => r.WriterName).HasMaxLength(200);
        given.Property(r => r.SignerName).HasMaxLength(200);
        given.Property(r => r.SignedAs).HasMaxLength(40);
        given.Property(r => r.Back).HasMaxLength(MemberReturn.MaxWhy);
        given.HasOne<AnnualReport>().WithMany().HasForeignKey(r => r.Report).OnDelete(DeleteBehavior.Restrict);
        given.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Member).OnDelete(DeleteBehavior.Restrict);
        given.HasIndex(r => new { r.Report, r.Member }).IsUnique();
        given.HasIndex(r => r.Member);
        given.HasIndex(r => r.Writer);
        given.HasIndex(r => r.Signer);
    }
}
