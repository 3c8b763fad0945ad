using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;

namespace Secretariat.Knowledge.Cases;

public sealed class PracticeCaseMap : IEntityTypeConfiguration<PracticeCase>
{
    public void Configure(EntityTypeBuilder<PracticeCase> one)
    {
        one.ToTable("practice_case");
        one.Ignore(c => c.Path);
        one.Ignore(c => c.Stayed);
        one.Property(c => c.Slug).HasMaxLength(100);
        one.Property(c => c.Returned).HasMaxLength(2000);
        one.Property(c => c.SharedBy).HasMaxLength(200);
        one.Property(c => c.TakenBackWhy).HasMaxLength(PracticeCase.MaxWhy);
        one.Property(c => c.PermittedBy).HasMaxLength(PracticeCase.MaxPermitted);
        one.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Member).OnDelete(DeleteBehavior.Restrict);
        one.HasIndex(c => c.Slug).IsUnique();
        one.HasIndex(c => c.Member);
        one.HasIndex(c => c.Shown);
        one.HasIndex(c => new { c.State, c.SharedAt });
        one.HasIndex(c => c.Sharer);
    }
}

public sealed class CaseVersionMap : IEntityTypeConfiguration<CaseVersion>
{
    public void Configure(EntityTypeBuilder<CaseVersion> version)
    {
        version.ToTable("practice_version");
        version.Ignore(v => v.Texts);
        version.Ignore(v => v.Parts);
        version.Property(v => v.Title).HasMaxLength(CaseVersion.MaxTitle);
        version.Property(v => v.Problem).HasMaxLength(CaseVersion.MaxText);
        version.Property(v => v.Done).HasMaxLength(CaseVersion.MaxText);
        version.Property(v => v.Took).HasMaxLength(CaseVersion.MaxShort);
        version.Property(v => v.Came).HasMaxLength(CaseVersion.MaxText);
        version.Property(v => v.Source).HasMaxLength(CaseVersion.MaxSource);
        version.Property(v => v.WrittenBy).HasMaxLength(200);
        version.HasOne<PracticeCase>().WithMany().HasForeignKey(v => v.Of).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.Of, v.Number }).IsUnique();
        version.HasIndex(v => v.Writer);
        version.HasIndex(v => v.Contact);
    }
}
