using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Searching;

/// <summary>What can be found of one record. It is written in the record's own transaction, and made from it again whenever asked.</summary>
public sealed class SearchEntry : INotAudited, IHoldsPersonalData
{
    /// <summary>On SQLite each kind has a range of its own, so that a million people do not stand before three rounds.</summary>
    public long Id { get; init; }

    public string Kind { get; init; } = "";
    public Guid Record { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public string Href { get; init; } = "";

    /// <summary>The first of all days when it has none.</summary>
    public DateOnly On { get; init; }

    /// <summary>Title and text in the form that words are looked for in, and the title's words once more, marked. See <see cref="SearchTerms"/>.</summary>
    public string Folded { get; init; } = "";
}

/// <summary>Which version of a kind the index holds in full.</summary>
public sealed class SearchBuilt : INotAudited
{
    public required string Kind { get; init; }
    public int Version { get; set; }
}

public sealed class SearchEntryMap : IEntityTypeConfiguration<SearchEntry>
{
    public const int MaxTitle = 300, MaxText = 20_000, MaxHref = 300;

    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("search");
        entry.Property(e => e.Kind).HasMaxLength(40);
        entry.Property(e => e.Title).HasMaxLength(MaxTitle);
        entry.Property(e => e.Href).HasMaxLength(MaxHref);
        entry.HasIndex(e => new { e.Kind, e.Record }).IsUnique();
    }
}

public sealed class SearchBuiltMap : IEntityTypeConfiguration<SearchBuilt>
{
    public void Configure(EntityTypeBuilder<SearchBuilt> built)
    {
        built.ToTable("search_built");
        built.HasKey(b => b.Kind);
        built.Property(b => b.Kind).HasMaxLength(40);
    }
}
