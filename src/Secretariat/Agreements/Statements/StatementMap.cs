using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Agreements.Rounds;

namespace Secretariat.Agreements.Statements;

public sealed class StatementMap : IEntityTypeConfiguration<Release>, IEntityTypeConfiguration<Dissent>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.ToTable("release");
        release.Property(r => r.Title).HasMaxLength(Release.MaxTitle);
        release.Property(r => r.ByName).HasMaxLength(200);
        release.Property(r => r.SenderName).HasMaxLength(200);
        foreach (var hash in new[] { nameof(Release.Hash), nameof(Release.SealedHash), nameof(Release.ReadableHash), nameof(Release.FileHash) }) release.Property(hash).HasMaxLength(64);
        release.Ignore(r => r.IsByHand);
        release.Ignore(r => r.AwaitsReceipt);
        release.HasOne<Mandate>().WithMany().HasForeignKey(r => r.Mandate).OnDelete(DeleteBehavior.Restrict);
        release.HasIndex(r => r.About);
        release.HasIndex(r => r.By);
        release.HasIndex(r => r.Sender);
    }

    public void Configure(EntityTypeBuilder<Dissent> dissent)
    {
        dissent.ToTable("dissent");
        dissent.Property(d => d.Member).HasMaxLength(200);
        dissent.Property(d => d.Text).HasMaxLength(Dissent.MaxText);
        dissent.Property(d => d.Name).HasMaxLength(200);
        dissent.Property(d => d.EnteredByName).HasMaxLength(200);
        dissent.HasOne<Elector>().WithMany().HasForeignKey(d => d.Elector).OnDelete(DeleteBehavior.Restrict);
        dissent.HasIndex(d => new { d.Mandate, d.Elector }).IsUnique();
        dissent.HasIndex(d => d.Person);
        dissent.HasIndex(d => d.EnteredBy);
    }
}
