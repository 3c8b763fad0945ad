using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Secretariat.Members.Checks;

public sealed class CheckMaps : IEntityTypeConfiguration<CheckSettings>, IEntityTypeConfiguration<CheckRound>, IEntityTypeConfiguration<DetailsCheck>
{
    public void Configure(EntityTypeBuilder<CheckSettings> settings) => settings.ToTable("check_settings");

    public void Configure(EntityTypeBuilder<CheckRound> round)
    {
        round.ToTable("check_round");
        round.Ignore(r => r.FreshSince);
        // Of two who open the same year one does.
        round.HasIndex(r => r.Opens).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DetailsCheck> check)
    {
        check.ToTable("details_check");
        check.Ignore(c => c.IsCorrection);
        check.Ignore(c => c.IsOpen);
        check.Property(c => c.By).HasMaxLength(200);
        check.Property(c => c.Name).HasMaxLength(DetailsCheck.MaxName);
        check.Property(c => c.Email).HasMaxLength(254);
        check.Property(c => c.Phone).HasMaxLength(DetailsCheck.MaxPhone);
        check.Property(c => c.Words).HasMaxLength(DetailsCheck.MaxWords);
        check.Property(c => c.SettledBy).HasMaxLength(200);
        check.HasIndex(c => new { c.Person, c.At });
        check.HasIndex(c => new { c.SettledAt, c.Id });
        check.HasIndex(c => c.At);
    }
}
