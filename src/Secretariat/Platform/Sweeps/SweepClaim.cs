using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Sweeps;

/// <summary>Which process runs a sweep just now, so that several of them on one PostgreSQL do not run it side by side.</summary>
public sealed class SweepClaim : INotAudited
{
    public required string Name { get; init; }
    public string? ClaimedBy { get; set; }

    /// <summary>By the machine's clock: a moved network clock must not free a claim.</summary>
    public DateTimeOffset ClaimedUntil { get; set; }

    /// <summary>By the machine's clock: after a failure the sweep is left alone until then.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public int Failures { get; set; }
    public string? LastError { get; set; }
}

public sealed class SweepClaimMap : IEntityTypeConfiguration<SweepClaim>
{
    public void Configure(EntityTypeBuilder<SweepClaim> claim)
    {
        claim.ToTable("sweep");
        claim.HasKey(c => c.Name);
        claim.Property(c => c.Name).HasMaxLength(80);
        claim.Property(c => c.ClaimedBy).HasMaxLength(80);
    }
}
