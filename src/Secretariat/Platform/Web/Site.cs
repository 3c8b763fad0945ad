using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Web;

/// <summary>What this installation is called and how it looks. One row, from the data pack, editable afterwards.</summary>
public sealed class Site : Record
{
    public string Name { get; set; } = "Secretariat";
    public string Strapline { get; set; } = "";

    /// <summary>The network's one accent colour, #rrggbb.</summary>
    public string Accent { get; set; } = "#0b5d66";

    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>What one member is called, such as "LEP" or "chamber".</summary>
    public string MemberOne { get; set; } = "member";

    public string MemberMany { get; set; } = "members";
    public int YearStartMonth { get; set; } = 1;
    public int YearStartDay { get; set; } = 1;

    /// <summary>Who made the data that the pack carries; shown on the sources page.</summary>
    public string Attribution { get; set; } = "";

    public string ContactName { get; set; } = "";
    public string ContactEmail { get; set; } = "";
    public string ContactPhone { get; set; } = "";
    public string ContactAddress { get; set; } = "";
    public bool ContactInvented { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

public sealed class SiteMap : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.ToTable("site");
        site.Ignore(s => s.Zone);
    }
}
