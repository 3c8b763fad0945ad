using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.People;

namespace Secretariat.Planning;

public sealed class PlanMap : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<Pillar>, IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plan");
        plan.Ignore(p => p.Year).Ignore(p => p.About);
        plan.Property(p => p.Title).HasMaxLength(200);
        plan.HasIndex(p => p.First).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Pillar> pillar)
    {
        pillar.ToTable("pillar");
        pillar.Property(p => p.Code).HasMaxLength(20);
        pillar.Property(p => p.Name).HasMaxLength(100);
        pillar.HasOne<Plan>().WithMany().HasForeignKey(p => p.Plan).OnDelete(DeleteBehavior.Restrict);
        pillar.HasIndex(p => new { p.Plan, p.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Outcome> outcome)
    {
        outcome.ToTable("outcome");
        outcome.Ignore(o => o.Counts).Ignore(o => o.Gathers).Ignore(o => o.Promise);
        outcome.Property(o => o.Code).HasMaxLength(20);
        outcome.Property(o => o.Pillar).HasMaxLength(20);
        outcome.Property(o => o.Title).HasMaxLength(200);
        outcome.Property(o => o.CountedFrom).HasMaxLength(500);
        outcome.ComplexProperty(o => o.Measure, measure => measure.Property(m => m.Unit).HasMaxLength(60));
        outcome.Property(o => o.Cadence).HasMaxLength(1000).HasConversion(
            cadence => JsonSerializer.Serialize(cadence, Json.Options),
            json => JsonSerializer.Deserialize<Cadence>(json, Json.Options)!,
            new ValueComparer<Cadence>(
                (a, b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options),
                cadence => JsonSerializer.Serialize(cadence, Json.Options).GetHashCode(StringComparison.Ordinal),
                cadence => cadence));
        outcome.HasOne<Plan>().WithMany().HasForeignKey(o => o.Plan).OnDelete(DeleteBehavior.Restrict);
        outcome.HasOne<Person>().WithMany().HasForeignKey(o => o.Owner).OnDelete(DeleteBehavior.SetNull);
        outcome.HasIndex(o => new { o.Plan, o.Code }).IsUnique();
    }

    private static class Json
    {
        public static readonly JsonSerializerOptions Options = new() { IgnoreReadOnlyProperties = true };
    }
}
