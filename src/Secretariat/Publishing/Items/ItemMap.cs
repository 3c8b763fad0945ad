using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Secretariat.Agreements.Rounds;

namespace Secretariat.Publishing.Items;

public sealed class ItemMap : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> item)
    {
        item.ToTable("item");
        // A statement's heading is the subject that was agreed to, to the letter.
        item.Property(i => i.Heading).HasMaxLength(Math.Max(Item.MaxHeading, RoundText.MaxSubject));
        item.HasOne<Mandate>().WithMany().HasForeignKey(i => i.Mandate).OnDelete(DeleteBehavior.Restrict);
        item.Ignore(i => i.AsStatement);
        item.Property(i => i.Theme).HasMaxLength(40);
        item.Property(i => i.FiguresSource).HasMaxLength(400);
        item.Property(i => i.PermittedBy).HasMaxLength(200);
        // One column of JSON: links have no life outside their item.
        item.Property(i => i.Links).HasConversion(new LinksAsJson(), new LinksCompared());
        item.HasIndex(i => new { i.WrittenAt, i.Id });
    }

    private sealed class LinksAsJson() : ValueConverter<IReadOnlyList<ItemLink>, string>(
        links => JsonSerializer.Serialize(links, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<List<ItemLink>>(json, JsonSerializerOptions.Default)!);

    private sealed class LinksCompared() : ValueComparer<IReadOnlyList<ItemLink>>(
        (a, b) => a!.SequenceEqual(b!), links => links.Aggregate(0, (h, l) => HashCode.Combine(h, l)), links => links);
}
