using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>One figure that every member is asked for once a year, in the network's own words.</summary>
public sealed class Indicator : Record
{
    public const int MaxCode = 40, MaxName = 120, MaxUnit = 40, MaxMeans = 400;

    private Indicator() { }

    public Indicator(string code, string name, string unit, string means, int place, bool invented)
    {
        if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(unit)) throw new RuleBroken("An indicator needs a code, a name and a unit.");
        (Code, Name, Unit, Means, Place, Invented) = (code.Trim(), name.Trim(), unit.Trim(), means.Trim(), place, invented);
    }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>What is counted: "jobs", "homes", "£ thousand". Whole numbers only.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>What belongs to it and what does not, beside its field.</summary>
    public string Means { get; private set; } = "";

    public int Place { get; private set; }
    public bool Invented { get; private set; }
}

public sealed class IndicatorMap : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("indicator");
        indicator.Property(i => i.Code).HasMaxLength(Indicator.MaxCode);
        indicator.Property(i => i.Name).HasMaxLength(Indicator.MaxName);
        indicator.Property(i => i.Unit).HasMaxLength(Indicator.MaxUnit);
        indicator.Property(i => i.Means).HasMaxLength(Indicator.MaxMeans);
        indicator.HasIndex(i => i.Code).IsUnique();
    }
}
