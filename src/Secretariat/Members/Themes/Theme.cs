using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Themes;

/// <summary>A subject that people, items and events share, such as skills or transport.</summary>
public sealed class Theme : Record
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string? Note { get; set; }
    public bool Invented { get; set; }
}

public sealed class ThemeMap : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("theme");
        theme.Property(t => t.Code).HasMaxLength(40);
        theme.Property(t => t.Name).HasMaxLength(100);
        theme.HasIndex(t => t.Code).IsUnique();
    }
}
