using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;

namespace Secretariat.Agreements.Rounds;

public sealed class RoundMap : IEntityTypeConfiguration<Round>, IEntityTypeConfiguration<RoundVersion>, IEntityTypeConfiguration<RoundCorrector>, IEntityTypeConfiguration<Elector>, IEntityTypeConfiguration<ElectorPerson>,
    IEntityTypeConfiguration<RoundLook>, IEntityTypeConfiguration<RoundCall>, IEntityTypeConfiguration<Response>, IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<Mandate>
{
    internal static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.ToTable("round");
        round.Property(r => r.Title).HasMaxLength(Round.MaxTitle);
        round.Property(r => r.About).HasMaxLength(80);
        round.Property(r => r.Rule).HasMaxLength(40);
        // The rule's values as one: they are copied once and never changed.
        round.Property(r => r.Terms).HasConversion(t => JsonSerializer.Serialize(t, Json), t => JsonSerializer.Deserialize<RoundTerms>(t, Json));
        foreach (var computed in new[] { nameof(Round.Latest), nameof(Round.LatestAsked), nameof(Round.Correctors), nameof(Round.AllowsCorrections), nameof(Round.CorrectionsSaid), nameof(Round.Ends), nameof(Round.TakesAnswers), nameof(Round.Counted) }) round.Ignore(computed);
        round.HasMany(r => r.Versions).WithOne().HasForeignKey(v => v.Round).OnDelete(DeleteBehavior.Restrict);
        round.Navigation(r => r.Versions).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        // Two places and not a collection: a second one beside the versions would multiply the rows of every look at a round.
        round.HasOne(r => r.FirstCorrector).WithOne().HasForeignKey<Round>("FirstCorrectorId").OnDelete(DeleteBehavior.Restrict);
        round.HasOne(r => r.SecondCorrector).WithOne().HasForeignKey<Round>("SecondCorrectorId").OnDelete(DeleteBehavior.Restrict);
        round.Navigation(r => r.FirstCorrector).AutoInclude();
        round.Navigation(r => r.SecondCorrector).AutoInclude();
        round.HasIndex(r => r.State);
        round.HasIndex(r => r.About);
    }

    public void Configure(EntityTypeBuilder<RoundVersion> version)
    {
        version.ToTable("round_version");
        version.Property(v => v.Subject).HasMaxLength(RoundText.MaxSubject);
        version.Property(v => v.Hash).HasMaxLength(64);
        version.Ignore(v => v.Text);
        version.HasIndex(v => new { v.Round, v.Number }).IsUnique();
        version.HasIndex(v => v.Hash);
    }

    public void Configure(EntityTypeBuilder<RoundCorrector> corrector)
    {
        corrector.ToTable("round_corrector");
        corrector.Property(c => c.Name).HasMaxLength(200);
        corrector.HasIndex(c => new { c.Round, c.Place }).IsUnique();
        corrector.HasIndex(c => c.Person);
    }

    public void Configure(EntityTypeBuilder<Elector> elector)
    {
        elector.ToTable("round_elector");
        elector.Property(e => e.Code).HasMaxLength(40);
        elector.Property(e => e.Name).HasMaxLength(200);
        elector.HasOne<Round>().WithMany().HasForeignKey(e => e.Round).OnDelete(DeleteBehavior.Restrict);
        elector.HasOne<Organisation>().WithMany().HasForeignKey(e => e.Organisation).OnDelete(DeleteBehavior.Restrict);
        elector.HasOne<Grouping>().WithMany().HasForeignKey(e => e.Grouping).OnDelete(DeleteBehavior.Restrict);
        elector.HasMany(e => e.People).WithOne().HasForeignKey(p => p.Elector).OnDelete(DeleteBehavior.Restrict);
        elector.Navigation(e => e.People).UsePropertyAccessMode(PropertyAccessMode.Field);
        elector.HasIndex(e => new { e.Round, e.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ElectorPerson> person)
    {
        person.ToTable("round_elector_person");
        person.Property(p => p.Name).HasMaxLength(200);
        person.HasIndex(p => p.Person);
    }

    public void Configure(EntityTypeBuilder<RoundLook> look)
    {
        look.ToTable("round_look");
        look.HasOne<Elector>().WithMany().HasForeignKey(l => l.Elector).OnDelete(DeleteBehavior.Restrict);
        look.HasIndex(l => new { l.Round, l.Elector, l.Person, l.Number }).IsUnique();
        look.HasIndex(l => l.Person);
    }

    public void Configure(EntityTypeBuilder<RoundCall> call)
    {
        call.ToTable("round_call");
        call.Property(c => c.ByName).HasMaxLength(200);
        call.HasOne<Elector>().WithMany().HasForeignKey(c => c.Elector).OnDelete(DeleteBehavior.Restrict);
        call.HasIndex(c => c.Round);
        call.HasIndex(c => c.By);
    }

    public void Configure(EntityTypeBuilder<Response> response)
    {
        response.ToTable("round_response");
        response.Property(r => r.Hash).HasMaxLength(64);
        response.Property(r => r.FileHash).HasMaxLength(64);
        response.Property(r => r.Name).HasMaxLength(200);
        response.Property(r => r.EnteredByName).HasMaxLength(200);
        response.Ignore(r => r.Amount);
        response.HasOne<Round>().WithMany().HasForeignKey(r => r.Round).OnDelete(DeleteBehavior.Restrict);
        response.HasOne<Elector>().WithMany().HasForeignKey(r => r.Elector).OnDelete(DeleteBehavior.Restrict);
        response.HasIndex(r => new { r.Round, r.Number }).IsUnique();
        response.HasIndex(r => r.Person);
        response.HasIndex(r => r.EnteredBy);
    }

    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decision");
        decision.Property(d => d.About).HasMaxLength(Decision.MaxAbout);
        decision.Property(d => d.Rule).HasMaxLength(40);
        decision.Property(d => d.RuleName).HasMaxLength(100);
        decision.HasMany(d => d.Hands).WithOne().HasForeignKey(h => h.Decision).OnDelete(DeleteBehavior.Restrict);
        decision.Navigation(d => d.Hands).UsePropertyAccessMode(PropertyAccessMode.Field);
        decision.HasIndex(d => d.About);
        decision.HasOne<Round>().WithMany().HasForeignKey(d => d.Round).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.Round).IsUnique();
        decision.HasIndex(d => d.Date);
    }

    public void Configure(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.ToTable("mandate");
        mandate.Property(m => m.Subject).HasMaxLength(RoundText.MaxSubject);
        mandate.Property(m => m.Hash).HasMaxLength(64);
        mandate.Property(m => m.Rule).HasMaxLength(40);
        mandate.HasOne<Round>().WithMany().HasForeignKey(m => m.Round).OnDelete(DeleteBehavior.Restrict);
        mandate.HasOne<Decision>().WithMany().HasForeignKey(m => m.Decision).OnDelete(DeleteBehavior.Restrict);
        mandate.Ignore(m => m.OfAll);
        mandate.Ignore(m => m.Under);
        mandate.HasMany(m => m.Dissents).WithOne().HasForeignKey(d => d.Mandate).OnDelete(DeleteBehavior.Restrict);
        mandate.Navigation(m => m.Dissents).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        mandate.HasIndex(m => m.Round).IsUnique();
        mandate.HasIndex(m => m.Hash);
    }
}
