using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Agreements.Rounds;

namespace Secretariat.Agreements.Dispositions;

public sealed class DispositionMap : IEntityTypeConfiguration<Disposition>
{
    public void Configure(EntityTypeBuilder<Disposition> disposition)
    {
        disposition.ToTable("disposition");
        disposition.Property(d => d.Reason).HasMaxLength(Disposition.MaxReason);
        disposition.Property(d => d.DecidedByName).HasMaxLength(200);
        disposition.HasOne<Response>().WithMany().HasForeignKey(d => d.Comment).OnDelete(DeleteBehavior.Restrict);
        disposition.HasIndex(d => d.Comment).IsUnique();
        disposition.HasIndex(d => d.Round);
        disposition.HasIndex(d => d.Elector);
        disposition.HasIndex(d => d.Telling);
        disposition.HasIndex(d => d.DecidedBy);
    }
}
